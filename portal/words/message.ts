import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import type { Language } from '../language/languages.ts'
import { escaped, html, Markup, NothingToShow } from '../markup.ts'
import { count } from '../show/count.ts'

/** Says what a message has within a tag: `<a>the tariffs</a>` is given as `a`. */
export type Wrap = (inside: Markup) => Markup
export type Values = Readonly<Record<string, string | number | Markup | Wrap>>

/** A message ready to be said: its words with the values in their places. Throws `NothingToShow` where one is missing. */
export type Message = (values: Values) => string

/** How words and values are written: as markup, or as bare text. */
export type Manner = 'markup' | 'bare'

/**
 * Makes a message of its ICU text once, since a page says hundreds: to go through the parsed text for each would be several
 * times the work. Throws for what ICU knows and our messages don't need: dates, times, and numbers in other styles.
 */
export const compile = (text: string, language: Language, manner: Manner): Message => {
  const say = sequence(parse(text), { language, ...manners[manner] })
  return (values) => say(values, 0)
}

/** A part of a message; `amount` is what a `#` in it stands for. */
type Part = (values: Values, amount: number) => string

interface Way extends Writing {
  readonly language: Language
}

interface Writing {
  readonly write: (value: unknown) => string
  /** What means the same in every message. */
  readonly tags: Readonly<Record<string, Wrap>>
}

const manners: Readonly<Record<Manner, Writing>> = {
  markup: {
    write: escaped,
    tags: {
      b: (inside) => html`<strong>${inside}</strong>`,
      soft: (inside) => html`<span class="soft">${inside}</span>`,
      nowrap: (inside) => html`<span class="nowrap">${inside}</span>`,
      mono: (inside) => html`<span class="code">${inside}</span>`,
    },
  },
  bare: {
    write: (value) => {
      if (typeof value === 'string' || typeof value === 'number') return String(value)
      throw new NothingToShow(value)
    },
    tags: {},
  },
}

const sequence = (elements: readonly MessageFormatElement[], way: Way): Part => {
  const parts = elements.map((element) => partOf(element, way))
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return (values, amount) => {
    let said = ''
    for (const part of parts) said += part(values, amount)
    return said
  }
}

const partOf = (element: MessageFormatElement, way: Way): Part => {
  if (isLiteralElement(element)) {
    const words = way.write(element.value)
    return () => words
  }
  // Digits stay 0 to 9, grouped as in India, so that every figure can be held against the paper bill.
  if (isPoundElement(element)) return (_, amount) => count(amount)
  const { value: name } = element
  if (isArgumentElement(element)) return (values) => way.write(values[name])
  if (isNumberElement(element) && (element.style ?? null) === null)
    return (values) => count(numberIn(values, name))
  if (isTagElement(element)) return tagPart(name, sequence(element.children, way), way.tags[name])
  if (!isSelectElement(element) && !isPluralElement(element)) throw new NoSuchPart(name)
  const options = new Map(
    Object.entries(element.options).map(([key, { value }]) => [key, sequence(value, way)]),
  )
  const other = options.get('other') ?? (() => '')
  if (isSelectElement(element)) {
    return (values, amount) => {
      const key = values[name]
      if (key === undefined) throw new NothingToShow(key)
      return (options.get(String(key)) ?? other)(values, amount)
    }
  }
  const { offset, pluralType } = element
  const rules = new Intl.PluralRules(way.language, { type: pluralType ?? 'cardinal' })
  return (values) => {
    const number = numberIn(values, name)
    const amount = number - offset
    const chosen = options.get(`=${number}`) ?? options.get(rules.select(amount)) ?? other
    return chosen(values, amount)
  }
}

const tagPart =
  (name: string, inside: Part, known: Wrap | undefined): Part =>
  (values, amount) => {
    const wrap = values[name] ?? known
    if (typeof wrap !== 'function') throw new NothingToShow(wrap)
    return wrap(new Markup(inside(values, amount))).text
  }

const numberIn = (values: Values, name: string): number => {
  const value = values[name]
  if (typeof value !== 'number') throw new NothingToShow(value)
  return value
}

class NoSuchPart extends Error {
  override readonly name = 'NoSuchPart'
  constructor(part: string) {
    super(
      `Messages have no dates, times or styles of numbers, as "${part}" wants: give it the words.`,
    )
  }
}
