import { html, type Markup } from '../markup.ts'

/** A moment, from seconds since 1970, by India's clock: 1 Oct 2026, 18:42:05. */
export const instant = (timestamp: number): Markup => {
  const moment = new Date(timestamp * 1000)
  const text = clock.format(moment)
  return html`<time datetime="${moment.toISOString()}">${text} IST</time>`
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Kolkata',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
