import { formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import type { Entry } from '../record/entry.ts'
import { entryJson } from '../record/entryJson.ts'
import type { EstimateNote } from './estimates.ts'
import type { FoundEntries } from './search.ts'
import type { Trend } from './trend.ts'

/** `isUnfinished`: so many entries were looked through that the page ends early; `next` goes on. */
export const ledgerJson = ({
  entries,
  estimates,
  trend,
  next,
  isUnfinished,
}: FoundEntries & {
  readonly estimates: ReadonlyMap<Entry, EstimateNote>
  readonly trend: Trend
}): Json => ({
  entries: entries.map((entry) => {
    const note = estimates.get(entry)
    return note === undefined ? entryJson(entry) : { ...entryJson(entry), estimate: noteJson(note) }
  }),
  trend: {
    unit: trend.unit,
    stretches: trend.stretches.map(({ from, to, entries }) => ({
      from: formatDay(from),
      to: formatDay(to),
      entries: Object.fromEntries(entries),
    })),
  },
  isUnfinished,
  next,
})

const noteJson = ({ check, follows, correctedBy }: EstimateNote) => ({
  state: check?.state ?? null,
  follows,
  correctedBy: correctedBy?.bill ?? null,
})
