import { html, type Markup } from '../markup.ts'
import { tariffUrl } from '../url.ts'
import { t } from '../words/t.ts'

/** A tariff by its number, linked; with a capital at the beginning of a sentence. */
export const tariffLink = (tariff: number, word: 'tariff' | 'Tariff' = 'tariff'): Markup =>
  html`<a class="nowrap" href="${tariffUrl(tariff)}">${t(`value.${word}`, { tariff })}</a>`
