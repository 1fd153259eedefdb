import { html, type Markup } from '../markup.ts'
import { accountUrl, arrearsUrl, billUrl } from '../url.ts'

/** An account by its code, linked. */
export const accountLink = (code: string): Markup =>
  html`<a class="code" href="${accountUrl(code)}">${code}</a>`

/** A bill of an account, linked: a station's is a session. Capital at the beginning of a sentence. */
export const billLink = (
  code: string,
  number: number,
  word: 'bill' | 'Bill' | 'session' | 'Session' = 'bill',
): Markup => html`<a class="nowrap" href="${billUrl(code, number)}">${word} ${number}</a>`

/** What was owed before the ledger began: elsewhere it is called bill 0. */
export const arrearsLink = (code: string): Markup =>
  html`<a href="${arrearsUrl(code)}">opening arrears</a> <span class="nowrap">(bill 0)</span>`
