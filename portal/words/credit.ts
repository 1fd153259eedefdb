import { reasonWords } from '../../contracts/rules/reason.ts'
import { html, type Markup } from '../markup.ts'
import type { Entry } from '../record/entry.ts'
import { billLink } from '../show/account.ts'
import { channelWords } from './channel.ts'
import { eventWords } from './eventWords.ts'

/** What filled a bill: a payment by its channel, a credit by its reason, another bill that is one. */
export const creditWords = (entry: Entry, code: string): Markup => {
  switch (entry.name) {
    case 'PaymentMade':
      return html`${channelWords(entry.fields.channel)}`
    case 'AdjustmentPosted':
      return html`credit: ${reasonWords(entry.fields.reason)}`
    case 'BillIssued':
      return html`credit of ${billLink(code, entry.fields.number)}`
    default:
      return html`${eventWords[entry.name]}`
  }
}
