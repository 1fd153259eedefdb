import { html, type Markup } from '../markup.ts'

/** What no longer counts, still legible. */
export const strike = (what: Markup): Markup => html`<s class="soft">${what}</s>`
