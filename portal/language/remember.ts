import type { Language } from './languages.ts'
import { language } from './spoken.ts'

/**
 * Makes what a number or a text is shown as once in each language, not once wherever a page says it. Of more than `most` all
 * are made anew, so that nobody fills the memory by asking for odd days.
 */
export const remember = <Of extends number | string, Made>(
  make: (of: Of) => Made,
  most = 2_000,
): ((of: Of) => Made) => {
  const made: Readonly<Record<Language, Map<Of, Made>>> = {
    en: new Map(),
    hi: new Map(),
    as: new Map(),
  }
  return (of) => {
    const known = made[language()]
    let one = known.get(of)
    if (one === undefined) {
      one = make(of)
      if (known.size >= most) known.clear()
      known.set(of, one)
    }
    return one
  }
}
