import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../language/languages.ts'
import { language } from '../language/spoken.ts'
import { escaped, Markup } from '../markup.ts'
import { count } from '../show/count.ts'
import { as } from './catalogue/as.ts'
import { en } from './catalogue/en.ts'
import { hi } from './catalogue/hi.ts'

export const catalogues = { en, hi, as } as const

/** A message's name: the section of the catalogue that holds it, and its name there: "home.title". */
export type Key = {
  [Section in keyof typeof en]: `${Section}.${keyof (typeof en)[Section] & string}`
}[keyof typeof en]

/** A message ready to be said: one that takes values, or one that is the same on every page. */
export type Message = IntlMessageFormat | Fixed

interface Fixed {
  readonly text: string
  readonly markup: Markup
}

/** A message in the language of the request, parsed the first time it is said. Throws `NoSuchMessage`. */
export const messageOf = (key: Key): Message => {
  const spoken = language()
  const known = parsed[spoken].get(key)
  if (known !== undefined) return known
  const made = parse(spoken, key)
  parsed[spoken].set(key, made)
  return made
}

const parsed: Readonly<Record<Language, Map<Key, Message>>> = {
  en: new Map(),
  hi: new Map(),
  as: new Map(),
}

const parse = (spoken: Language, key: Key): Message => {
  const [section = '', name = ''] = key.split('.')
  const sections: Readonly<Record<string, Readonly<Record<string, string>>>> = catalogues[spoken]
  const text = sections[section]?.[name]
  if (text === undefined) throw new NoSuchMessage(key)
  if (!/[{<]/.test(text)) return { text, markup: new Markup(escaped(text)) }
  const plural = new Intl.PluralRules(spoken)
  return new IntlMessageFormat(text, spoken, undefined, {
    formatters: {
      // Digits stay 0 to 9, grouped as in India, so that every figure can be held against the paper bill.
      getNumberFormat: () => ({ format: count }) as Intl.NumberFormat,
      getPluralRules: () => plural,
      getDateTimeFormat: () => new Intl.DateTimeFormat(spoken),
    },
  })
}

export class NoSuchMessage extends Error {
  override readonly name = 'NoSuchMessage'
  constructor(key: string) {
    super(`There is no message "${key}": write it into portal/words/catalogue, in each language.`)
  }
}
