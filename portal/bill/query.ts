import { type Paise, paise } from '../../contracts/rules/units.ts'
import { NotFound } from '../problem/problem.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'

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
  /** The reading before this one, or the meter's installation, where its register began. */
  readonly before: EntryOf<'ConsumptionRecorded'> | EntryOf<'MeterInstalled'> | null
  readonly instalments: readonly Instalment[]
  /** Corrections, disputes and adjustments of this bill. */
  readonly corrections: readonly Entry[]
}

/** The bill of this number in a history, with what leads to it and what followed. Throws `NotFound`. */
export const billOf = (history: History, number: number): FoundBill => {
  const place = history.bills.findIndex(({ issued }) => issued.fields.number === number)
  const bill = history.bills[place]
  if (bill === undefined) throw noSuchBill(history, number)
  return {
    history,
    bill,
    previous: history.bills[place - 1] ?? null,
    next: history.bills[place + 1] ?? null,
    before: registerBefore(history.entries, bill.reading),
    instalments: instalmentsOf(history.entries, bill),
    corrections: history.entries.filter((entry) => corrects(entry, number)),
  }
}

const registerBefore = (entries: readonly Entry[], reading: EntryOf<'ConsumptionRecorded'>) => {
  const meter = only(entries, 'MeterInstalled').findLast(({ seq }) => seq < reading.seq)
  const ESTIMATED = 2
  const real = only(entries, 'ConsumptionRecorded').findLast(
    ({ seq, fields }) => seq < reading.seq && fields.kind !== ESTIMATED,
  )
  if (real === undefined || (meter !== undefined && meter.seq > real.seq)) return meter ?? null
  return real
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

const corrects = (entry: Entry, number: number): boolean => {
  switch (entry.name) {
    case 'ConsumptionRevised':
    case 'BillDisputed':
    case 'DisputeResolved':
    case 'AdjustmentPosted':
      return entry.fields.bill === number
    default:
      return false
  }
}

const noSuchBill = ({ code, bills }: History, number: number): NotFound =>
  new NotFound(
    `Account ${code} has no bill ${number}.`,
    bills.length === 0
      ? 'No bill has been issued to it yet.'
      : `Its last one is bill ${bills.at(-1)?.issued.fields.number}.`,
  )
