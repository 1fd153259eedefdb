import { plain } from './t.ts'

/** A month by its number since January 1970: October 2026. */
export const monthWords = (month: number): string =>
  plain('day.month', { month: (month % 12) + 1, year: 1970 + Math.floor(month / 12) })
