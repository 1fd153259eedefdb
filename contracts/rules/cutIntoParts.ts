import { type DayNumber, dayNumber, type Wh, wh } from './units.ts'

/** What a reading charges: the days [start, end) and the energy used in them. */
export interface Stretch {
  readonly start: DayNumber
  readonly end: DayNumber
  readonly wh: Wh
}

/** A part of a stretch under one tariff and one set of terms. */
export interface Part {
  readonly firstDay: DayNumber
  readonly days: number
  readonly wh: Wh
}

/**
 * Cuts a stretch at each of the days inside it on which something changes. The part up to day d has floor(wh × (d −
 * start) / D) Wh less what came before it: the parts add up to the whole exactly, and nobody chooses the split. A session
 * within a day is one part of 0 days.
 */
export const cutIntoParts = (
  { start, end, wh: used }: Stretch,
  changes: Iterable<DayNumber>,
): Part[] => {
  const inside = [...new Set(changes)].filter((day) => day > start && day < end)
  const bounds = [start, ...inside.sort((a, b) => a - b), end]
  const total = BigInt(end - start)
  const usedUpTo = (day: DayNumber): bigint =>
    day === end ? used : (used * BigInt(day - start)) / total
  return bounds.slice(1).map((until, i) => {
    const firstDay = bounds[i] as DayNumber
    return {
      firstDay,
      days: until - firstDay,
      wh: wh(usedUpTo(until) - (firstDay === start ? 0n : usedUpTo(firstDay))),
    }
  })
}

/** A day by whose tariff and terms the part is priced: its first; of a session within a day the day before. */
export const pricedOn = ({ firstDay, days }: Part): DayNumber =>
  dayNumber(days === 0 ? firstDay - 1 : firstDay)
