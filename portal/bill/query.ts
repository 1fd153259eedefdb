import { type Paise, paise } from '../../contracts/rules/units.ts'
import { NotFound } from '../problem/problem.ts'
import { isReal } from '../derive/isReal.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'
import { type Stage, storyOf } from './story.ts'
import { type BillVersion, versionsOf } from './versions.ts'

/** A payment or credit that went to a bill, and what was left of the bill after it. */
export interface Instalment {
  readonly entry: Entry
  /** What of it went to this bill. */
  readonly settled: Paise
  readonly left: Paise
}

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
  readonly instalments: readonly Instalment[]
  readonly adjustments: readonly EntryOf<'AdjustmentPosted'>[]
  /** A station's charging session, which reads like a receipt. */
  readonly isSession: boolean
}

/** The bill of this number in a history, with what leads to it and what followed. Throws `NotFound`. */
export const billOf = (history: History, number: number): FoundBill => {
  const { bills, entries } = history
  const place = bills.findIndex(({ issued }) => issued.fields.number === number)
  const bill = bills[place]
  if (bill === undefined) throw noSuchBill(history, number)
  const lastReal = bills.findLastIndex(({ reading }, i) => i < place && isReal(reading))
  return {
    history,
    bill,
    previous: bills[place - 1] ?? null,
    next: bills[place + 1] ?? null,
    versions: versionsOf(bill, entries),
    story: storyOf(history, bill),
    estimates: isReal(bill.reading) ? bills.slice(lastReal + 1, place) : [],
    trueUp: isReal(bill.reading)
      ? null
      : (bills.find(({ reading }, i) => i > place && isReal(reading)) ?? null),
    instalments: instalmentsOf(entries, bill),
    adjustments: only(entries, 'AdjustmentPosted').filter(({ fields }) => fields.bill === number),
    isSession: bill.derived?.terms.cycle === 0,
  }
}

const instalmentsOf = (entries: readonly Entry[], { standing }: StandingBill): Instalment[] => {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  let left: bigint = standing.asks
  return standing.filledBy.flatMap(({ seq, amount }) => {
    const entry = bySeq.get(seq)
    left -= amount
    return entry === undefined ? [] : [{ entry, settled: amount, left: paise(left) }]
  })
}

const noSuchBill = ({ code, bills }: History, number: number): NotFound =>
  new NotFound(
    `Account ${code} has no bill ${number}.`,
    bills.length === 0
      ? 'No bill has been issued to it yet.'
      : `Its last one is bill ${bills.at(-1)?.issued.fields.number}.`,
  )
