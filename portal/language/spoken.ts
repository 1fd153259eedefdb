import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from './languages.ts'

/** In which language a request is answered, and whether its address asked for that. */
export interface Spoken {
  readonly language: Language
  /** What the address says (`?lang=hi`), which every link of the page then keeps; null where only the browser said. */
  readonly chosen: Language | null
}

const requests = new AsyncLocalStorage<Spoken>()

/** Answers a request so that words and addresses made meanwhile are in its language, whoever makes them. */
export const speaking = <T>(spoken: Spoken, answer: () => T): T => requests.run(spoken, answer)

/** The language of the request that is being answered; English outside of any. */
export const language = (): Language => requests.getStore()?.language ?? 'en'

/** The language that links have to keep; undefined where the address asked for none. */
export const chosenLanguage = (): Language | undefined => requests.getStore()?.chosen ?? undefined
