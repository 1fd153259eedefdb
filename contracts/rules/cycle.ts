import type { Terms } from './terms.ts'
import { type DayNumber, dayNumber } from './units.ts'

/** A bill may end this many days before the agreed end of its cycle. */
const TOLERANCE = 5

/**
 * The earliest day on which the bill may end that is to end on `end`, by the terms in force on its last day; null where
 * the agreed cycle sets none: sessions, and the one bill that ends exactly where terms with another cycle begin. (Final
 * readings, and a real reading that ends a row of estimates, are exempt besides.)
 *
 * E(n) = first day of the terms + floor(365 × months × n / 12). With n the largest for which E(n) − 5 ≤ the end of the
 * last charged period, else 0, it is E(n+1) − 5. Terms that change the cycle begin E anew.
 * @param terms The account's accepted terms in order, first days rising.
 * @param chargedTo End of the last charged period, estimates included, or the agreement's first day.
 */
export const earliestEnd = (
  terms: readonly Terms[],
  chargedTo: DayNumber,
  end: DayNumber,
): DayNumber | null => {
  const cycles = cyclesOf(terms)
  if (cycles.some(({ from }, i) => i > 0 && from === end)) return null
  const cycle = cycles.findLast(({ from }) => from <= end - 1)
  return cycle === undefined || cycle.months === 0 ? null : nextEnd(cycle, chargedTo)
}

/** The first day on which the next bill may end: what to tell someone who asks when it comes. */
export const firstEndAllowed = (terms: readonly Terms[], chargedTo: DayNumber): DayNumber => {
  const cycles = cyclesOf(terms)
  for (const [i, cycle] of cycles.entries()) {
    const until = cycles[i + 1]?.from ?? Infinity
    const isSession = cycle.months === 0
    // A day can have several sessions, so also the last day of a row of them.
    if (isSession ? until < chargedTo : until <= chargedTo) continue
    const first = Math.max(
      isSession ? chargedTo : nextEnd(cycle, chargedTo),
      isSession ? chargedTo : chargedTo + 1,
      cycle.from + 1,
    )
    // Where the cycle changes before that, one bill may end exactly there.
    return dayNumber(Math.min(first, until))
  }
  return chargedTo
}

/** A row of terms with the same cycle, from the first day of the first of them. */
interface Cycle {
  readonly from: DayNumber
  readonly months: number
}

const cyclesOf = (terms: readonly Terms[]): Cycle[] =>
  terms
    .filter(({ cycle }, i) => cycle !== terms[i - 1]?.cycle)
    .map(({ firstDay, cycle }) => ({ from: firstDay, months: cycle }))

const nextEnd = ({ from, months }: Cycle, chargedTo: DayNumber): DayNumber => {
  const agreedEnd = (n: number): number => from + Math.floor((365 * months * n) / 12)
  let n = Math.max(0, Math.floor((12 * (chargedTo + TOLERANCE - from)) / (365 * months)))
  // The floor in E(n) may let one more n in.
  while (agreedEnd(n + 1) - TOLERANCE <= chargedTo) n++
  return dayNumber(agreedEnd(n + 1) - TOLERANCE)
}
