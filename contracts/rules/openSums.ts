import type { Pool } from './pool.ts'
import { type DayNumber, dayNumber, type Paise, paise } from './units.ts'

/**
 * Something that an account has open. `due`: asked by a day. `held`: held back by an open dispute, so without a day (0).
 * `credit`: what no bill asks for (bill 0, day 0).
 */
export interface OpenSum {
  readonly kind: 'due' | 'held' | 'credit'
  /** 0: opening arrears. */
  readonly bill: number
  readonly dueDay: DayNumber
  readonly amount: Paise
}

const NO_DAY = dayNumber(0)

/** What a pool leaves open, one sum a bill, kind and day. Σ due + Σ held − Σ credit = balance; none depends on today. */
export const openSums = ({ bills, credit }: Pool): OpenSum[] => {
  const sums = bills.flatMap(({ number, sums }) =>
    sums.flatMap(({ dueDay, left, heldBack }): OpenSum[] => [
      { kind: 'due', bill: number, dueDay, amount: paise(left - heldBack) },
      { kind: 'held', bill: number, dueDay: NO_DAY, amount: heldBack },
    ]),
  )
  sums.push({ kind: 'credit', bill: 0, dueDay: NO_DAY, amount: credit })
  const together = new Map<string, OpenSum>()
  for (const sum of sums) {
    const key = `${sum.kind}/${sum.bill}/${sum.dueDay}`
    const amount = paise((together.get(key)?.amount ?? 0n) + sum.amount)
    if (amount > 0n) together.set(key, { ...sum, amount })
  }
  return [...together.values()]
}
