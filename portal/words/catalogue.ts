import type { Language } from '../language/languages.ts'
import { language } from '../language/spoken.ts'
import { as } from './catalogue/as.ts'
import { en } from './catalogue/en.ts'
import { hi } from './catalogue/hi.ts'
import { compile, type Manner, type Message } from './message.ts'

export const catalogues = { en, hi, as } as const

/** A message's name: the section of the catalogue that holds it, and its name there: "home.title". */
export type Key = {
  [Section in keyof typeof en]: `${Section}.${keyof (typeof en)[Section] & string}`
}[keyof typeof en]

/** A message in the language of the request, made the first time it is said. Throws `NoSuchMessage`. */
export const messageOf = (key: Key, manner: Manner): Message => {
  const spoken = language()
  const known = made[manner][spoken]
  let message = known.get(key)
  if (message === undefined) {
    message = compile(textOf(spoken, key), spoken, manner)
    known.set(key, message)
  }
  return message
}

const inEach = (): Readonly<Record<Language, Map<Key, Message>>> => ({
  en: new Map(),
  hi: new Map(),
  as: new Map(),
})
const made = { markup: inEach(), bare: inEach() }

const textOf = (spoken: Language, key: Key): string => {
  const [section = '', name = ''] = key.split('.')
  const sections: Readonly<Record<string, Readonly<Record<string, string>>>> = catalogues[spoken]
  const text = sections[section]?.[name]
  if (text === undefined) throw new NoSuchMessage(key)
  return text
}

class NoSuchMessage extends Error {
  override readonly name = 'NoSuchMessage'
  constructor(key: string) {
    super(`There is no message "${key}": write it into portal/words/catalogue, in each language.`)
  }
}
