import { html, type Markup } from '../markup.ts'

/** A sign for who read a meter, beside the words that say so: full, half or empty. */
export const readingMark = (kind: number): Markup =>
  html`<span class="mark-of" aria-hidden="true">${signs[kind] ?? '◐'}</span>`

const signs = ['●', '◐', '○', '◐']
