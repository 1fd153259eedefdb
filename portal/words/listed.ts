import { html, type Markup } from '../markup.ts'

/** Things named one after another: the board, the consumers’ forum and the regulator. */
export const listed = (things: readonly string[]): string => conjunction.format(things)

/** The same of links and other markup. */
export const listedMarkup = (things: readonly Markup[]): Markup =>
  html`${things.map((thing, i) => {
    const before = i === 0 ? '' : i === things.length - 1 ? ' and ' : ', '
    return html`${before}${thing}`
  })}`

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })
