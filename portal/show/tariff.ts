import { html, type Markup } from '../markup.ts'
import { tariffUrl } from '../url.ts'

/** A tariff by its number, linked. */
export const tariffLink = (tariff: number): Markup =>
  html`<a class="nowrap" href="${tariffUrl(tariff)}">tariff ${tariff}</a>`
