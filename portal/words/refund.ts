import type { PaidLine } from '../bill/paid.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import type { Markup } from '../markup.ts'
import type { StandingBill } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'
import { listedMarkup } from './listed.ts'
import { t } from './t.ts'

/** What was paid back in a bill's name: the second of two payments, or a credit of any size. */
export const refundWords = ({ refunds, asks }: StandingBill, paid: readonly PaidLine[]): Markup => {
  const [only] = refunds
  const full = paid.filter(
    ({ kind, entry }) =>
      kind === 'paid' && entry.name === 'PaymentMade' && entry.fields.amount === asks,
  )
  if (refunds.length === 1 && only?.fields.amount === asks && full.length === 2)
    return t('money.paidTwice', {
      amount: money(asks),
      day: day(dayInIndia(only.at.timestamp)),
    })
  const each = refunds.map(({ fields, at }) =>
    t('money.amountOn', { amount: money(fields.amount), day: day(dayInIndia(at.timestamp)) }),
  )
  return t('money.refunded', { refunds: listedMarkup(each) })
}
