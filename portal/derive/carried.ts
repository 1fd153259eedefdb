import { consumption } from '../../contracts/rules/consumption.ts'
import { dayNumber, type Wh, wh } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, onlyBefore } from '../record/entry.ts'
import { restatedReadings } from './restated.ts'

/** What a meter that was replaced had still counted when it was read out. */
export interface Carried {
  /** The entry of the meter that came in its place. */
  readonly entry: EntryOf<'MeterInstalled'>
  /** The entry that says what it stood at before: its last reading or correction, or its installation. */
  readonly source:
    EntryOf<'ConsumptionRecorded'> | EntryOf<'ConsumptionRevised'> | EntryOf<'MeterInstalled'>
  readonly from: Wh
  readonly to: Wh
  readonly formula: string
  readonly wh: Wh
}

/** The meters replaced since the last real reading before this one, in order: what each of them hands to its bill. */
export const carriedInto = (
  reading: EntryOf<'ConsumptionRecorded'>,
  entries: readonly Entry[],
): Carried[] => {
  const meters = onlyBefore(entries, 'MeterInstalled', reading.seq)
  if (meters.length < 2) return []
  const last = restatedReadings(entries.filter(({ seq }) => seq < reading.seq)).at(-1)
  let register = last?.present ?? meters[0]?.fields.register ?? wh(0n)
  let source: Carried['source'] | undefined = last?.revision ?? last?.reading ?? meters[0]
  return meters.flatMap((entry, i) => {
    const old = meters[i - 1]
    if (
      old === undefined ||
      source === undefined ||
      (last !== undefined && entry.seq < last.reading.seq)
    )
      return []
    const { closing, rollover } = entry.fields
    const { formula, wh: counted } = consumption({
      previous: register,
      present: closing,
      multiplier: old.fields.multiplier,
      carried: wh(0n),
      rollover,
      modulus: old.fields.modulus,
      start: dayNumber(0),
      end: entry.fields.day,
    })
    const carried = { entry, source, from: register, to: closing, formula, wh: counted }
    register = entry.fields.register
    source = entry
    return [carried]
  })
}
