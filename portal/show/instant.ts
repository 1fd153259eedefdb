import { dayInIndia, formatDay, startOfDay } from '../../contracts/rules/day.ts'
import { dayNumber } from '../../contracts/rules/units.ts'
import { remember } from '../language/remember.ts'
import { html, type Markup } from '../markup.ts'
import { dayName } from '../words/dayName.ts'
import { plain } from '../words/t.ts'

/** A moment, from seconds since 1970, by India's clock: 1 Oct 2026, 18:42:05 IST. */
export const instant = remember((timestamp: number): Markup => {
  const day = dayInIndia(timestamp)
  const clock = clockOf(timestamp - startOfDay(day))
  const dayInUtc = dayNumber(Math.floor(timestamp / DAY))
  const moment = `${formatDay(dayInUtc)}T${clockOf(timestamp - DAY * dayInUtc)}Z`
  return html`<time datetime="${moment}">${plain('value.ist', { day: dayName(day), clock })}</time>`
})

const DAY = 86_400

/** 18:42:05, by the seconds since a day began. */
const clockOf = (seconds: number): string =>
  `${twoDigits(seconds / 3600)}:${twoDigits((seconds / 60) % 60)}:${twoDigits(seconds % 60)}`

const twoDigits = (number: number): string =>
  number < 10 ? `0${Math.floor(number)}` : String(Math.floor(number))
