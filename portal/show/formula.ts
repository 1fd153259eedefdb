import { html, type Markup } from '../markup.ts'

/** A line's formula as it is, but no line breaks between a minus and its sum. */
export const formula = (text: string): Markup =>
  html`${text
    .split(/(−₹?[\d,.]+)/)
    .map((piece, i) => (i % 2 === 1 ? html`<span class="nowrap">${piece}</span>` : piece))}`
