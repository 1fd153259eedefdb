import { reasonWords } from '../../contracts/rules/reason.ts'
import type { MoneyLine } from '../account/money.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { html, type Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import { billLink } from '../show/account.ts'
import { day } from '../show/day.ts'
import { receiptLink } from '../show/receipt.ts'
import { keyOwner } from '../show/key.ts'
import { channelWords } from './channel.ts'
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

/** What it went to: the bills that it filled, or the one that it names. */
export const moneyForWords = ({ entry, bills, takenBack }: MoneyLine, code: string): Markup => {
  const named = bills.map((number) =>
    number === 0 ? html`opening arrears` : billLink(code, number),
  )
  if (entry.name === 'PaymentReversed') return html`nothing`
  if (named.length > 0) return listedMarkup(named)
  return takenBack === null ? html`credit` : html`nothing`
}
