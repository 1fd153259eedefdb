import { html, type Markup } from '../markup.ts'
import { blockUrl } from '../url.ts'
import { count } from './count.ts'

/** A block by its number, linked. */
export const blockLink = (number: number): Markup =>
  html`<a class="nowrap" href="${blockUrl(number)}">${count(number)}</a>`
