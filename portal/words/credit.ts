import { reasonWords } from '../../contracts/rules/reason.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { PaidLine } from '../bill/paid.ts'
import type { Entry } from '../record/entry.ts'
import { billLink } from '../show/account.ts'
import { receiptLink } from '../show/receipt.ts'
import { entryLink } from '../show/transaction.ts'
import { channelWords } from './channel.ts'
import { eventWords } from './eventWords.ts'

/** What filled a bill: a payment by its channel, a credit by its reason, another bill that is one. Or took it back. */
export const creditWords = (entry: Entry, code: string, word: 'bill' | 'session'): Markup => {
  switch (entry.name) {
    case 'PaymentMade':
      return receiptLink(entry)
    case 'PaymentReversed':
      return html`taken back (${channelWords(entry.fields.channel)}):
      ${reasonWords(entry.fields.reason)}`
    case 'AdjustmentPosted':
      return entry.fields.amount > 0n
        ? html`paid back: ${reasonWords(entry.fields.reason)}`
        : html`credit: ${reasonWords(entry.fields.reason)}`
    case 'BillIssued':
      return html`credit of ${billLink(code, entry.fields.number, word)}`
    default:
      return html`${eventWords[entry.name]}`
  }
}

/** What to add about money that was on the ledger before the bill that it pays. */
export const beforeWords = (
  { entry, freedBy }: PaidLine,
  issuedSeq: number,
  code: string,
  word: 'bill' | 'session',
): Markup => {
  if (freedBy !== null)
    return html` <span class="soft"
      >freed by the correction of ${billLink(code, freedBy.fields.bill, word)}
      (${entryLink(freedBy)})</span
    >`
  return entry.seq < issuedSeq
    ? html` <span class="soft">from a credit that was there before</span>`
    : nothing
}
