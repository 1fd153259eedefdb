import { dayInIndia, dayWords, startOfDay } from '../../contracts/rules/day.ts'
import { html, type Markup } from '../markup.ts'

/** A moment, from seconds since 1970, by India's clock: 1 Oct 2026, 18:42:05 IST. */
export const instant = (timestamp: number): Markup => {
  const day = dayInIndia(timestamp)
  const second = timestamp - startOfDay(day)
  const clock = [second / 3600, (second / 60) % 60, second % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  )
  const moment = new Date(timestamp * 1000).toISOString()
  return html`<time datetime="${moment}">${dayWords(day)}, ${clock.join(':')} IST</time>`
}
