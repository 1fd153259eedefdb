import { html, type Markup } from '../markup.ts'

/** A hash or an address, whole: it wraps where it must. */
export const wholeHash = (hash: string): Markup => html`<span class="hash whole">${hash}</span>`

/** A hash or an address, short enough for a line; the whole stands one level down, on the page it links to. */
export const shortHash = (hash: string): Markup =>
  html`<span class="hash nowrap" title="${hash}">${shortened(hash)}</span>`

/** The same, but whole on paper, where nothing can be followed. */
export const paperHash = (hash: string): Markup =>
  html`<span class="hash nowrap whole-on-paper" title="${hash}">${shortened(hash)}</span>`

const shortened = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-6)}`
