import { formatDay } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import { dayName, dayNameInYear } from '../words/dayName.ts'
import { t } from '../words/t.ts'
import { day } from './day.ts'

/**
 * A period as people count it, its last day in: 1 Sep to 30 Sep 2026 (30 days). The ledger's own are half-open
 * [start, end); a session may begin and end on one day.
 */
export const period = (start: DayNumber, end: DayNumber): Markup => {
  const days = end - start
  if (days <= 0) return day(start)
  if (days === 1) return t('day.oneDay', { day: day(start) })
  const last = dayNumber(end - 1)
  const first = html`<time datetime="${formatDay(start)}">${firstWords(start, last)}</time>`
  return t('day.period', { first, last: day(last), days })
}

/** The year is said once where both days share it. */
const firstWords = (first: DayNumber, last: DayNumber): string =>
  yearOf(first) === yearOf(last) ? dayNameInYear(first) : dayName(first)

const yearOf = (day: DayNumber): string => formatDay(day).slice(0, 4)
