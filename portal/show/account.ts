import { html, type Markup } from '../markup.ts'
import { accountUrl, billUrl } from '../url.ts'

/** An account by its code, linked. */
export const accountLink = (code: string): Markup =>
  html`<a class="code" href="${accountUrl(code)}">${code}</a>`

/** A bill of an account, linked. */
export const billLink = (code: string, number: number): Markup =>
  html`<a class="nowrap" href="${billUrl(code, number)}">bill ${number}</a>`
