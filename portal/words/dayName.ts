import { formatDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { remember } from '../language/remember.ts'
import { plain } from './t.ts'

/** A day as people read it: 1 Oct 2026. */
export const dayName = remember((day: DayNumber): string => plain('day.date', civil(day)))

/** The same where the year is said beside it: 1 Oct. */
export const dayNameInYear = (day: DayNumber): string => plain('day.withoutYear', civil(day))

const civil = (day: DayNumber) => {
  const [year, month, date] = formatDay(day).split('-').map(Number)
  return { year: year ?? 0, month: month ?? 0, date: date ?? 0 }
}
