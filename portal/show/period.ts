import { dayWords, formatDay } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import { day } from './day.ts'

/**
 * A period as people count it, its last day in: 1 Sep to 30 Sep 2026 (30 days). The ledger's own are half-open
 * [start, end); a session may begin and end on one day.
 */
export const period = (start: DayNumber, end: DayNumber): Markup => {
  const days = end - start
  if (days <= 0) return day(start)
  if (days === 1) return html`${day(start)} <span class="nowrap">(1 day)</span>`
  const last = dayNumber(end - 1)
  return html`<time datetime="${formatDay(start)}">${firstWords(start, last)}</time> to ${day(last)}
    <span class="nowrap">(${days} days)</span>`
}

/** The year is said once where both days share it. */
const firstWords = (first: DayNumber, last: DayNumber): string => {
  const year = ` ${formatDay(last).slice(0, 4)}`
  const words = dayWords(first)
  return words.endsWith(year) ? words.slice(0, -year.length) : words
}
