import { html, type Markup } from '../markup.ts'
import type { EntryOf } from '../record/entry.ts'
import { referenceUrl } from '../url.ts'
import { channelWords } from '../words/channel.ts'

/** How a payment came, linked to the page of its receipt; one on the chain has none. */
export const receiptLink = ({ fields }: EntryOf<'PaymentMade'>): Markup =>
  fields.channel === 0
    ? html`${channelWords(fields.channel)}`
    : html`<a href="${referenceUrl(fields.receiptReference)}">${channelWords(fields.channel)}</a>`
