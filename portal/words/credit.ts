import { type Markup, html, nothing } from '../markup.ts'
import type { PaidLine } from '../bill/paid.ts'
import type { Entry } from '../record/entry.ts'
import { billLink } from '../show/account.ts'
import { receiptLink } from '../show/receipt.ts'
import { entryLink } from '../show/transaction.ts'
import { channelWords } from './channel.ts'
import { eventWords } from './eventWords.ts'
import { reasonWords } from './reason.ts'
import { t } from './t.ts'

/** What filled a bill: a payment by its channel, a credit by its reason, another bill that is one. Or took it back. */
export const creditWords = (entry: Entry, code: string, word: 'bill' | 'session'): Markup => {
  switch (entry.name) {
    case 'PaymentMade':
      return receiptLink(entry)
    case 'PaymentReversed':
      return t('money.takenBack', {
        channel: channelWords(entry.fields.channel),
        reason: reasonWords(entry.fields.reason),
      })
    case 'AdjustmentPosted':
      return t(entry.fields.amount > 0n ? 'money.paidBack' : 'money.credit', {
        reason: reasonWords(entry.fields.reason),
      })
    case 'BillIssued':
      return t('money.creditOf', { bill: billLink(code, entry.fields.number, word) })
    default:
      return html`${eventWords(entry.name)}`
  }
}

/** What to add about money that was on the ledger before the bill that it pays. */
export const beforeWords = (
  { entry, freedBy }: PaidLine,
  issuedSeq: number,
  code: string,
  word: 'bill' | 'session',
): Markup => {
  if (freedBy !== null) {
    const bill = billLink(code, freedBy.fields.bill, word)
    return html` ${t('money.freed', { bill, entry: entryLink(freedBy) })}`
  }
  return entry.seq < issuedSeq ? html` ${t('money.before')}` : nothing
}
