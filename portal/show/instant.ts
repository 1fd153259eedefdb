import { dayInIndia, startOfDay } from '../../contracts/rules/day.ts'
import { remember } from '../language/remember.ts'
import { html, type Markup } from '../markup.ts'
import { dayName } from '../words/dayName.ts'
import { plain } from '../words/t.ts'

/** A moment, from seconds since 1970, by India's clock: 1 Oct 2026, 18:42:05 IST. */
export const instant = remember((timestamp: number): Markup => {
  const day = dayInIndia(timestamp)
  const second = timestamp - startOfDay(day)
  const clock = [second / 3600, (second / 60) % 60, second % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
  const moment = new Date(timestamp * 1000).toISOString()
  return html`<time datetime="${moment}">${plain('value.ist', { day: dayName(day), clock })}</time>`
})
