import { wh, type Wh } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'

/** A meter of an account: when it came, and how it went. */
export interface MeterLife {
  readonly entry: EntryOf<'MeterInstalled'>
  /** The entry of the meter that replaced it, with its read-out; null while it counts. */
  readonly replacedBy: EntryOf<'MeterInstalled'> | null
  /** What it had counted since its last real reading when it was read out: handed to the next bill. */
  readonly handedOn: Wh
}

/** The meters of an account, the present one first. */
export const metersOf = (entries: readonly Entry[]): MeterLife[] => {
  const meters = only(entries, 'MeterInstalled')
  return meters
    .map((entry, i) => {
      const replacedBy = meters[i + 1] ?? null
      const isReadBetween = entries.some(
        ({ name, seq }) =>
          name === 'ConsumptionRecorded' && seq > entry.seq && seq < (replacedBy?.seq ?? 0),
      )
      const before = isReadBetween ? 0n : entry.fields.carried
      return { entry, replacedBy, handedOn: wh((replacedBy?.fields.carried ?? 0n) - before) }
    })
    .toReversed()
}
