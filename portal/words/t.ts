import { html, Markup } from '../markup.ts'
import { type Key, messageOf } from './catalogue.ts'
import type { Values, Wrap } from './message.ts'

/**
 * A message in the reader's language, its values in their places: markup as it is, all else escaped. `<b>`, `<soft>`,
 * `<nowrap>` and `<mono>` in it mean the same everywhere. Throws where a value is missing.
 */
export const t = (key: Key, values: Values = none): Markup =>
  new Markup(messageOf(key, 'markup')(values))

/** The same as bare text, for where it is not put on a page at once: a title, what a problem says. */
export const plain = (key: Key, values: Readonly<Record<string, string | number>> = none): string =>
  messageOf(key, 'bare')(values)

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

const none = {}
