import { html, Markup } from '../markup.ts'

type Inside = Markup | string | number | bigint | readonly Markup[]

/** One XML element, everything in it escaped; empty where nothing is inside. */
export const element = (
  name: string,
  inside: Inside = '',
  attributes: Readonly<Record<string, string>> = {},
): Markup => {
  const given = Object.entries(attributes).map(([key, value]) => html` ${key}="${value}"`)
  const start = html`${name}${given}`
  const content = html`${inside}`
  return new Markup(
    content.text === '' ? `<${start.text}/>` : `<${start.text}>${content.text}</${name}>`,
  )
}

/** Elements one after another that hold one value each, in the order given. */
export const elements = (values: Readonly<Record<string, string | number | bigint>>): Markup[] =>
  Object.entries(values).map(([name, value]) => element(name, value))
