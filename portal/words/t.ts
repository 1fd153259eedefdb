import { escaped, html, Markup, NothingToShow } from '../markup.ts'
import { type Key, messageOf } from './message.ts'

/** Says what a message has within a tag: `<a>the tariffs</a>` is given as `a`. */
type Wrap = (inside: Markup) => Markup
type Values = Readonly<Record<string, string | number | Markup | Wrap>>

/**
 * A message in the reader's language, its values in their places: markup as it is, all else escaped. `<b>`, `<soft>`,
 * `<nowrap>` and `<mono>` in it mean the same everywhere. Throws where a value is missing.
 */
export const t = (key: Key, values: Values = {}): Markup => {
  const message = messageOf(key)
  if ('markup' in message) return message.markup
  let text = ''
  for (const { value } of message.formatToParts<Markup>(taken(values))) text += escaped(value)
  return new Markup(text)
}

/** The same as bare text, for where it is not put on a page at once: a title, what a problem says. */
export const plain = (key: Key, values: Readonly<Record<string, string | number>> = {}): string => {
  const message = messageOf(key)
  return 'text' in message ? message.text : String(message.format(values))
}

/** A link around what a message has within a tag: `t('…', { a: to(tariffsUrl()) })`. */
export const to =
  (url: string): Wrap =>
  (inside) =>
    html`<a href="${url}">${inside}</a>`

/** The same around a file that is downloaded, under this name or its own. */
export const toFile =
  (url: string, name = ''): Wrap =>
  (inside) =>
    html`<a href="${url}" download="${name}">${inside}</a>`

type Chunks = (string | Markup)[]

const taken = (values: Values) => {
  const all = Object.create(tags) as Record<string, ReturnType<typeof shown>>
  for (const name in values) all[name] = shown(values[name])
  return all
}

const shown = (value: Values[string] | undefined) => {
  if (typeof value === 'function') return (inside: Chunks) => value(html`${inside}`)
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Markup)
    return value
  // The library would leave a gap where a template forgot a value.
  throw new NothingToShow(value)
}

const tags = {
  b: (inside: Chunks) => html`<strong>${inside}</strong>`,
  soft: (inside: Chunks) => html`<span class="soft">${inside}</span>`,
  nowrap: (inside: Chunks) => html`<span class="nowrap">${inside}</span>`,
  mono: (inside: Chunks) => html`<span class="code">${inside}</span>`,
}
