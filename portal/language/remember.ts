import type { Language } from './languages.ts'
import { language } from './spoken.ts'

/** So many in each language. Of more all are made anew, so that nobody fills the memory by asking for odd days. */
const MOST = 2_000

/** Makes what a number is called once in each language, not once wherever a page says it. */
export const remember = <Counted extends number, Made>(
  make: (number: Counted) => Made,
): ((number: Counted) => Made) => {
  const made: Readonly<Record<Language, Map<Counted, Made>>> = {
    en: new Map(),
    hi: new Map(),
    as: new Map(),
  }
  return (number) => {
    const known = made[language()]
    let one = known.get(number)
    if (one === undefined) {
      one = make(number)
      if (known.size >= MOST) known.clear()
      known.set(number, one)
    }
    return one
  }
}
