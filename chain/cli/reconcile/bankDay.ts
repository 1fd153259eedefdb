import { NotADay, parseDay } from '../../../contracts/rules/day.ts'
import type { DayNumber } from '../../../contracts/rules/units.ts'
import { BadInput } from '../exit.ts'

/** In which order a bank writes day, month and year where all are numbers. */
export const dayOrders = ['dmy', 'mdy'] as const
export type DayOrder = (typeof dayOrders)[number]

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * A day as banks write it: 03/05/2026, 03-05-26, 3 May 2026, 03-MAY-26, 2026-05-03, a time of day after it or not. A year of
 * two digits is of this century. Throws `BadInput`, for a day that no calendar has too.
 */
export function parseBankDay(text: string, order: DayOrder = 'dmy'): DayNumber {
  const parts = partsOf(text.trim(), order)
  try {
    if (parts !== undefined) return parseDay(parts.join('-'))
  } catch (cause) {
    if (!(cause instanceof NotADay)) throw cause
  }
  const example = order === 'dmy' ? '31/05/2026' : '05/31/2026'
  throw new BadInput(
    `"${text}" is no day: banks' days are read like ${example}, 31 May 2026 or 2026-05-31.`,
  )
}

/** A time of day, of which nothing is used. */
const TIME = /(?:[T ,]+\d{1,2}:\d{2}.*)?$/.source

const iso = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}`)
const numbers = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}`)
const named = new RegExp(`^(\\d{1,2})[- /.]([A-Za-z]{3,9})[-, /.]+(\\d{4}|\\d{2})${TIME}`)

function partsOf(text: string, order: DayOrder): string[] | undefined {
  const byYear = iso.exec(text)
  if (byYear !== null) return padded(byYear[1], byYear[2], byYear[3])
  const byNumber = numbers.exec(text)
  if (byNumber !== null) {
    const [, first, second, year] = byNumber
    return order === 'dmy' ? padded(year, second, first) : padded(year, first, second)
  }
  const byName = named.exec(text)
  if (byName === null) return undefined
  const [, date, name = '', year] = byName
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return padded(year, String(month), date)
}

const padded = (year = '', month = '', date = '') => [
  year.length === 2 ? `20${year}` : year,
  month.padStart(2, '0'),
  date.padStart(2, '0'),
]
