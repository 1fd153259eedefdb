import { formatDay } from './day.ts'
import { type Tariff, tariffOn } from './tariff.ts'
import { type Terms, termsOn } from './terms.ts'
import type { DayNumber } from './units.ts'

/** What an account's bills go by: its accepted terms in order, and the tariffs of its categories, withdrawn ones aside. */
export interface Book {
  readonly terms: readonly Terms[]
  readonly tariffs: readonly Tariff[]
}

/** The terms in force on a day. Throws `NoTerms`. */
export const termsInForce = ({ terms }: Book, day: DayNumber): Terms => {
  const agreed = termsOn(terms, day)
  if (agreed === undefined) throw new NoTerms(day)
  return agreed
}

/** The terms and the tariff in force on a day. Throws `NoTerms` or `NoTariff`. */
export const inForce = (book: Book, day: DayNumber) => {
  const agreed = termsInForce(book, day)
  const tariff = tariffOn(book.tariffs, agreed.category, day)
  if (tariff === undefined) throw new NoTariff(agreed.category, day)
  return { terms: agreed, tariff }
}

/** The days on which other terms, or another tariff of the category then agreed, come into force. */
export const changeDays = ({ terms, tariffs }: Book): DayNumber[] => [
  ...terms.map(({ firstDay }) => firstDay),
  ...tariffs
    .filter(({ category, effectiveFrom }) => termsOn(terms, effectiveFrom)?.category === category)
    .map(({ effectiveFrom }) => effectiveFrom),
]

export class NoTerms extends Error {
  override readonly name = 'NoTerms'
  readonly day: DayNumber
  constructor(day: DayNumber) {
    super(
      `No terms are agreed for ${formatDay(day)}: a reading is charged from the agreement's first day.`,
    )
    this.day = day
  }
}

export class NoTariff extends Error {
  override readonly name = 'NoTariff'
  readonly category: number
  readonly day: DayNumber
  constructor(category: number, day: DayNumber) {
    super(
      `No tariff prices category ${category} on ${formatDay(day)}: set one that begins by then.`,
    )
    this.category = category
    this.day = day
  }
}
