import type { PaidLine } from '../bill/paid.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { html, type Markup } from '../markup.ts'
import type { StandingBill } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'
import { listedMarkup } from './listed.ts'

/** What was paid back in a bill's name: the second of two payments, or a credit of any size. */
export const refundWords = ({ refunds, asks }: StandingBill, paid: readonly PaidLine[]): Markup => {
  const [only] = refunds
  const full = paid.filter(
    ({ kind, entry }) =>
      kind === 'paid' && entry.name === 'PaymentMade' && entry.fields.amount === asks,
  )
  if (refunds.length === 1 && only?.fields.amount === asks && full.length === 2)
    return html`It was paid twice; the second ${money(asks)} was paid back on
    ${day(dayInIndia(only.at.timestamp))}.`
  const each = refunds.map(
    ({ fields, at }) => html`${money(fields.amount)} on ${day(dayInIndia(at.timestamp))}`,
  )
  return html`A credit was paid back: ${listedMarkup(each)}. It was never part of what this bill
  asks.`
}
