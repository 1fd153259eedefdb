import { language } from '../language/spoken.ts'
import { html, type Markup } from '../markup.ts'

/** Things named one after another: the board, the consumers’ forum and the regulator. */
export const listed = (things: readonly string[]): string => conjunctions[language()].format(things)

/** The same of links and other markup. */
export const listedMarkup = (things: readonly Markup[]): Markup =>
  html`${conjunctions[language()]
    .formatToParts(things.map((_, i) => String(i)))
    .map(({ type, value }) => (type === 'element' ? (things[Number(value)] ?? '') : value))}`

const conjunctions = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  hi: new Intl.ListFormat('hi', { type: 'conjunction' }),
  as: new Intl.ListFormat('as', { type: 'conjunction' }),
}
