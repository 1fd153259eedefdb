import type { Wh } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { isReal } from './isReal.ts'

/** A real reading as it stood at an entry: as recorded, or as the last correction before that entry restated it. */
export interface Restated {
  readonly reading: EntryOf<'ConsumptionRecorded'>
  readonly present: Wh
  readonly wh: Wh
  readonly revision: EntryOf<'ConsumptionRevised'> | null
}

/** The real readings among `entries`, as those entries leave them. */
export const restatedReadings = (entries: readonly Entry[]): Restated[] => {
  const revisions = only(entries, 'ConsumptionRevised')
  return only(entries, 'ConsumptionRecorded')
    .filter(isReal)
    .map((reading) => {
      const revision = revisions.findLast(({ fields }) => fields.bill === reading.fields.bill)
      const { present, wh } = (revision ?? reading).fields
      return { reading, present, wh, revision: revision ?? null }
    })
}
