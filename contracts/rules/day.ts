import { type DayNumber, dayNumber } from './units.ts'

const SECONDS_A_DAY = 86_400
/** India is 5 h 30 min ahead of UTC, all year. */
const INDIA = 19_800
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The civil day in India at a time in seconds, as the contract counts it: floor((timestamp + 19,800) / 86,400). */
export const dayInIndia = (timestamp: number): DayNumber =>
  dayNumber(Math.floor((timestamp + INDIA) / SECONDS_A_DAY))

/** When the day begins in India, in seconds since 1970. */
export const startOfDay = (day: DayNumber): number => day * SECONDS_A_DAY - INDIA

/** The day as YYYY-MM-DD. */
export const formatDay = (day: DayNumber): string => {
  const { year, month, date } = civilOf(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** The day as people read it: 1 Oct 2026. */
export const dayWords = (day: DayNumber): string => {
  const { year, month, date } = civilOf(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** A half-open period as people count it, its last day in: "1 Sep to 30 Sep 2026 (30 days)". */
export const periodWords = (start: DayNumber, end: DayNumber): string => {
  const days = end - start
  if (days <= 0) return dayWords(start)
  if (days === 1) return `${dayWords(start)} (1 day)`
  const last = dayNumber(end - 1)
  const first = civilOf(start).year === civilOf(last).year ? withoutYear(start) : dayWords(start)
  return `${first} to ${dayWords(last)} (${days} days)`
}

/** Reads YYYY-MM-DD. Throws `NotADay`, for days that no calendar has too. */
export const parseDay = (text: string): DayNumber => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (match === null) throw new NotADay(text)
  const day = dayOfCivil(Number(match[1]), Number(match[2]), Number(match[3]))
  if (formatDay(day) !== text.trim()) throw new NotADay(text)
  return day
}

/** The month of a day, counted from January 1970, as the contract counts the months that it closes. */
export const monthOfDay = (day: DayNumber): number => {
  const { year, month } = civilOf(day)
  return (year - 1970) * 12 + month - 1
}

/** The first day of a month that is counted so. */
export const startOfMonth = (month: number): DayNumber =>
  dayOfCivil(1970 + Math.floor(month / 12), (month % 12) + 1, 1)

/** How many days a month that is counted so has. */
export const daysOfMonth = (month: number): number => startOfMonth(month + 1) - startOfMonth(month)

/** A day of the Gregorian calendar. */
interface Civil {
  readonly year: number
  readonly month: number
  readonly date: number
}

/** By 400-year eras that begin on 1 March, as in Howard Hinnant's "chrono-compatible low-level date algorithms". */
const civilOf = (day: DayNumber): Civil => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

const dayOfCivil = (year: number, month: number, date: number): DayNumber => {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear
  return dayNumber(era * 146_097 + ofEra - 719_468)
}

const withoutYear = (day: DayNumber): string => {
  const { month, date } = civilOf(day)
  return `${date} ${MONTHS[month - 1]}`
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0')

export class NotADay extends Error {
  override readonly name = 'NotADay'
  readonly text: string
  constructor(text: string) {
    super(`"${text}" is no day of the calendar: write it as YYYY-MM-DD, like 2026-09-30.`)
    this.text = text
  }
}
