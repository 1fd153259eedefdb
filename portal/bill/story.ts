import { dayInIndia } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'
import type { PaidLine } from './paid.ts'
import { settledBy } from './settled.ts'

/** A stage in a bill's life, in order; those that are still to come have no day. */
export type Stage = { readonly day: DayNumber | null } & (
  | { readonly kind: 'issued'; readonly entry: EntryOf<'BillIssued'> }
  | { readonly kind: 'disputed'; readonly entry: EntryOf<'BillDisputed'> }
  | { readonly kind: 'resolved'; readonly entry: EntryOf<'DisputeResolved'> | null }
  | { readonly kind: 'revised'; readonly entry: EntryOf<'ConsumptionRevised'> }
  | { readonly kind: 'adjusted'; readonly entry: EntryOf<'AdjustmentPosted'> }
  | { readonly kind: 'taken back'; readonly entry: EntryOf<'PaymentReversed'> }
  | { readonly kind: 'settled' }
)

/** A bill's life: issued, what was disputed, decided, corrected, adjusted and taken back, settled. */
export const storyOf = (
  history: History,
  bill: StandingBill,
  paid: readonly PaidLine[],
): Stage[] => {
  const { entries } = history
  const { issued, standing } = bill
  const stages: Stage[] = []
  const { number } = issued.fields
  for (const entry of entries) {
    const day = dayInIndia(entry.at.timestamp)
    if (entry.name === 'BillIssued' && entry.fields.number === number)
      stages.push({ kind: 'issued', entry, day })
    if (entry.name === 'BillDisputed' && entry.fields.bill === number)
      stages.push({ kind: 'disputed', entry, day })
    if (entry.name === 'DisputeResolved' && entry.fields.bill === number)
      stages.push({ kind: 'resolved', entry, day })
    if (entry.name === 'ConsumptionRevised' && entry.fields.bill === number)
      stages.push({ kind: 'revised', entry, day })
    if (entry.name === 'AdjustmentPosted' && entry.fields.bill === number)
      stages.push({ kind: 'adjusted', entry, day })
    if (
      entry.name === 'PaymentReversed' &&
      paid.some((line) => line.kind === 'reversal' && line.entry.seq === entry.seq)
    )
      stages.push({ kind: 'taken back', entry, day })
  }
  if (standing.dispute !== null && standing.dispute.outcome === null)
    stages.push({ kind: 'resolved', entry: null, day: null })
  const seq = settledBy(history, bill, paid)
  const last = entries.find((entry) => entry.seq === seq)
  const settled: Stage = {
    kind: 'settled',
    day: last === undefined ? null : dayInIndia(last.at.timestamp),
  }
  // It may have been settled long before the last thing that happened to it.
  const later = stages.findIndex((stage) => seqOf(stage) > (seq ?? Infinity))
  return later === -1 ? [...stages, settled] : stages.toSpliced(later, 0, settled)
}

const seqOf = (stage: Stage): number => {
  if (!('entry' in stage)) return 0
  return stage.entry?.seq ?? Infinity
}

/** Whether more happened than a bill and its payment. */
export const isEventful = (stages: readonly Stage[]): boolean =>
  stages.some(({ kind }) => kind !== 'issued' && kind !== 'settled')

/** The entries of a bill's life that changed it: corrections, disputes and adjustments. */
export const correctionsOf = (stages: readonly Stage[]): Entry[] =>
  stages.flatMap((stage) =>
    'entry' in stage &&
    stage.entry !== null &&
    stage.kind !== 'issued' &&
    stage.kind !== 'taken back'
      ? [stage.entry]
      : [],
  )
