import { NotFound } from '../problem/problem.ts'
import { compareBills, type Comparison, sameDaysLastYear } from '../derive/compareBills.ts'
import { isReal } from '../derive/isReal.ts'
import { type EntryOf, only } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'
import { type PaidLine, paidLines } from './paid.ts'
import { type DearReading, standsOut } from './standsOut.ts'
import { type Stage, storyOf } from './story.ts'
import { type BillVersion, versionsOf } from './versions.ts'
import { plain } from '../words/t.ts'

export interface FoundBill {
  readonly history: History
  readonly bill: StandingBill
  readonly previous: StandingBill | null
  readonly next: StandingBill | null
  /** As issued, and after each correction; the last one is what it is now. */
  readonly versions: readonly BillVersion[]
  readonly story: readonly Stage[]
  /** The estimated bills that this one replaces. */
  readonly estimates: readonly StandingBill[]
  /** For an estimate: the bill of the real reading that replaced it, once there is one. */
  readonly trueUp: StandingBill | null
  readonly paid: readonly PaidLine[]
  readonly adjustments: readonly EntryOf<'AdjustmentPosted'>[]
  /** Why it asks another amount than the bill before it and than that of the same days last year. */
  readonly comparisons: readonly {
    readonly earlier: 'before' | 'lastYear'
    readonly comparison: Comparison
  }[]
  /** A station's charging session, which reads like a receipt. */
  readonly isSession: boolean
  /** By what its reading stands out as too high. */
  readonly standsOut: readonly DearReading[]
}

/** The bill of this number in a history, with what leads to it and what followed. Throws `NotFound`. */
export const billOf = (history: History, number: number): FoundBill => {
  const { bills, entries } = history
  const place = bills.findIndex(({ issued }) => issued.fields.number === number)
  const bill = bills[place]
  if (bill === undefined) throw noSuchBill(history, number)
  const paid = paidLines(history, bill)
  const lastReal = bills.findLastIndex(({ reading }, i) => i < place && isReal(reading))
  return {
    history,
    bill,
    previous: bills[place - 1] ?? null,
    next: bills[place + 1] ?? null,
    versions: versionsOf(bill, entries),
    story: storyOf(history, bill, paid),
    estimates: isReal(bill.reading) ? bills.slice(lastReal + 1, place) : [],
    trueUp: isReal(bill.reading)
      ? null
      : (bills.find(({ reading }, i) => i > place && isReal(reading)) ?? null),
    paid,
    adjustments: only(entries, 'AdjustmentPosted').filter(({ fields }) => fields.bill === number),
    comparisons: comparisonsOf(history, bill, bills[place - 1]),
    isSession: bill.derived?.terms.cycle === 0,
    standsOut: standsOut(history, bill),
  }
}

const comparisonsOf = (
  history: History,
  bill: StandingBill,
  before: StandingBill | undefined,
): FoundBill['comparisons'] => {
  // Charging sessions have nothing to do with one another.
  if (bill.derived?.terms.cycle === 0) return []
  const others = [
    ['before', before ?? null],
    ['lastYear', sameDaysLastYear(history.bills, bill)],
  ] as const
  return others.flatMap(([earlier, other]) => {
    const comparison = other === null ? null : compareBills(history, bill, other)
    return comparison === null ? [] : [{ earlier, comparison }]
  })
}

const noSuchBill = ({ code, bills }: History, number: number): NotFound =>
  new NotFound(
    plain('problem.noSuchBill', { code, number }),
    bills.length === 0
      ? plain('problem.noBillYet')
      : plain('problem.lastBill', { number: bills.at(-1)?.issued.fields.number ?? 0 }),
  )
