import { plain } from './t.ts'

const HOUR = 60
const DAY = 24 * HOUR

/**
 * How long something lasted, from seconds: in seconds below a minute, in minutes up to two hours, in hours up to two days,
 * else in days, rounded.
 */
export const lastedWords = (seconds: number): string => {
  if (seconds < 60) return plain('blocks.lasted', { unit: 'seconds', n: seconds })
  const minutes = Math.round(seconds / 60)
  if (minutes < 2 * HOUR) return plain('blocks.lasted', { unit: 'minutes', n: minutes })
  if (minutes < 2 * DAY)
    return plain('blocks.lasted', { unit: 'hours', n: Math.round(minutes / HOUR) })
  return plain('blocks.lasted', { unit: 'days', n: Math.round(minutes / DAY) })
}
