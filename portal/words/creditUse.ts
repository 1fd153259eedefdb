import { html, type Markup } from '../markup.ts'
import type { CreditUse } from '../record/creditUse.ts'
import { arrearsLink, billLink } from '../show/account.ts'
import { money } from '../show/money.ts'
import { listedMarkup } from './listed.ts'

/** Where a credit went: "used by bill 12", "₹60.00 used by bill 5 and ₹40.00 by bill 6; ₹10.00 still to be used". */
export const creditUseWords = (
  { bills, rest }: CreditUse,
  code: string,
  word: 'bill' | 'session',
): Markup => {
  if (bills.length === 0) return html`not used yet: it pays the next ${word}s`
  const named = bills.map(({ number, amount }) => {
    const bill = number === 0 ? arrearsLink(code) : billLink(code, number, word)
    return bills.length === 1 && rest === 0n ? bill : html`${bill} (${money(amount)})`
  })
  const left = rest > 0n ? html`; ${money(rest)} is still to be used` : html``
  return html`used by ${listedMarkup(named)}${left}`
}
