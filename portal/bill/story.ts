import { dayInIndia } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'

/** A stage in a bill's life, in order; those that are still to come have no day. */
export type Stage = { readonly day: DayNumber | null } & (
  | { readonly kind: 'issued'; readonly entry: EntryOf<'BillIssued'> }
  | { readonly kind: 'disputed'; readonly entry: EntryOf<'BillDisputed'> }
  | { readonly kind: 'resolved'; readonly entry: EntryOf<'DisputeResolved'> | null }
  | { readonly kind: 'revised'; readonly entry: EntryOf<'ConsumptionRevised'> }
  | { readonly kind: 'adjusted'; readonly entry: EntryOf<'AdjustmentPosted'> }
  | { readonly kind: 'settled' }
)

/** A bill's life: issued, what was disputed, decided, corrected and adjusted, settled. */
export const storyOf = ({ entries }: History, { issued, standing }: StandingBill): Stage[] => {
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
  }
  if (standing.dispute !== null && standing.dispute.outcome === null)
    stages.push({ kind: 'resolved', entry: null, day: null })
  const settledBy = Math.max(
    ...standing.filledBy.map(({ seq }) => seq),
    ...stages.map((stage) => ('entry' in stage ? (stage.entry?.seq ?? 0) : 0)),
  )
  const last = entries.find(({ seq }) => seq === settledBy)
  const isSettled = standing.left === 0n && last !== undefined
  stages.push({ kind: 'settled', day: isSettled ? dayInIndia(last.at.timestamp) : null })
  return stages
}

/** Whether more happened than a bill and its payment. */
export const isEventful = (stages: readonly Stage[]): boolean =>
  stages.some(({ kind }) => kind !== 'issued' && kind !== 'settled')

/** The entries of a bill's life that changed it: corrections, disputes and adjustments. */
export const correctionsOf = (stages: readonly Stage[]): Entry[] =>
  stages.flatMap((stage) =>
    'entry' in stage && stage.entry !== null && stage.kind !== 'issued' ? [stage.entry] : [],
  )
