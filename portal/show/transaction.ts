import { html, type Markup } from '../markup.ts'
import type { Position } from '../record/entry.ts'
import { entryUrl, transactionUrl } from '../url.ts'
import { t } from '../words/t.ts'
import { paperHash } from './hash.ts'

/** A transaction by its hash, linked. */
export const transactionLink = (hash: string): Markup =>
  html`<a href="${transactionUrl(hash)}">${paperHash(hash)}</a>`

/** An entry by its number in its account, linked to its record. */
export const entryLink = (entry: { readonly seq: number; readonly at: Position }): Markup =>
  html`<a class="nowrap" href="${entryUrl(entry.at.transaction, entry.at.logIndex)}"
    >${t('layout.entry', { entry: entry.seq })}</a
  >`
