import { reasonWords } from '../../contracts/rules/reason.ts'
import type { MoneyLine } from '../account/money.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { html, type Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import { arrearsLink, billLink } from '../show/account.ts'
import { day } from '../show/day.ts'
import { receiptLink } from '../show/receipt.ts'
import { keyOwner } from '../show/key.ts'
import { channelWords } from './channel.ts'
import { creditUseWords } from './creditUse.ts'
import { listedMarkup } from './listed.ts'

/** What happened with the money, and why. */
export const moneyLineWords = ({ entry, takenBack }: MoneyLine, keys: Keys): Markup => {
  switch (entry.name) {
    case 'PaymentMade':
      return takenBack === null
        ? html`Paid, ${receiptLink(entry)}`
        : html`Paid, ${receiptLink(entry)};
            <span class="soft">taken back ${day(dayInIndia(takenBack.at.timestamp))}</span>`
    case 'PaymentReversed':
      return html`Payment taken back (${channelWords(entry.fields.channel)}):
      ${reasonWords(entry.fields.reason)}`
    case 'AdjustmentPosted':
      return html`Adjustment: ${reasonWords(entry.fields.reason)},
        <span class="soft">by ${keyOwner(entry.fields.by, keys)}</span>`
    default:
      return entry satisfies never
  }
}

/** What it went to: the bills that it filled, or the one that it names, and where a credit was used. */
export const moneyForWords = (
  { entry, bills, takenBack, use }: MoneyLine,
  code: string,
  word: 'bill' | 'session',
): Markup => {
  const named = bills.map((number) =>
    number === 0 ? arrearsLink(code) : billLink(code, number, word),
  )
  if (entry.name === 'PaymentReversed')
    return bills.length === 0 ? html`nothing` : html`${listedMarkup(named)}, open again`
  if (takenBack !== null)
    return bills.length === 0
      ? html`nothing`
      : html`${listedMarkup(named)}, until it was taken back`
  if (use !== null) return html`${listedMarkup(named)}; ${creditUseWords(use, code, word)}`
  return named.length > 0 ? listedMarkup(named) : html`credit`
}
