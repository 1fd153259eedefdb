import { remember } from '../language/remember.ts'
import { language } from '../language/spoken.ts'
import { plain } from './t.ts'

/** A month by its number since January 1970: October 2026. */
export const monthWords = (month: number): string =>
  plain('day.month', { month: (month % 12) + 1, year: 1970 + Math.floor(month / 12) })

/** The same, as short as it stands below a chart and without its year: Oct. */
export const shortMonth = remember((month: number): string =>
  shortNames[language()].format(new Date(Date.UTC(1970, month, 1))),
)

const short = { month: 'short', timeZone: 'UTC' } as const
const shortNames = {
  en: new Intl.DateTimeFormat('en-US', short),
  hi: new Intl.DateTimeFormat('hi', short),
  as: new Intl.DateTimeFormat('as', short),
}
