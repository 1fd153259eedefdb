import { dayWords } from '../../../../contracts/rules/day.ts'
import { formatRupees } from '../../../../contracts/rules/money.ts'
import { paise } from '../../../../contracts/rules/units.ts'
import { endsOf, enrol, later, live, roundDay } from '../life.ts'
import type { Recipe } from '../situation.ts'
import { categories } from '../townTariffs.ts'

const group = 'Overdue'
const DAYS_TO_PAY = 15

/** Pays every bill until one that is due so many days before the town's end, then none. */
const stopsPaying = (key: string, [from, to]: [number, number], load: bigint): Recipe => ({
  key,
  group,
  title: to === Infinity ? `Overdue for more than a year` : `Overdue for ${from} to ${to} days`,
  play: (account, town) => {
    enrol(account, town, {
      category: categories.domesticA,
      load,
      perDay: 2n * load + 1_000n,
      firstDay: roundDay(town, 0),
      daysToPay: DAYS_TO_PAY,
    })
    const ages = endsOf(account, town).map((end) => town.end - end - DAYS_TO_PAY)
    const first = ages.findIndex((age) => age >= from && age <= to)
    live(account, town, {}, (end, n) => {
      if (first === -1 || n <= first) account.settle(later(end, 7), 'upi')
    })
    if (first === -1) return null
    const due = later(town.end, -(ages[first] ?? 0))
    return {
      sentence: `Nothing was paid since bill ${first + 1}, which was due by ${dayWords(due)}. In all ${formatRupees(account.balance)} are owed.`,
      bill: first + 1,
      needsTime: true,
    }
  },
})

export const overdue: readonly Recipe[] = [
  stopsPaying('overdue-30', [1, 30], 1_000n),
  stopsPaying('overdue-60', [31, 60], 1_500n),
  stopsPaying('overdue-90', [61, 90], 2_000n),
  stopsPaying('overdue-180', [91, 180], 2_500n),
  stopsPaying('overdue-365', [181, 365], 1_200n),
  stopsPaying('overdue-year', [366, Infinity], 1_800n),
]

export const arrears: Recipe = {
  key: 'opening-arrears',
  group,
  title: 'Debts from the old books',
  play: (account, town) => {
    const firstDay = roundDay(town, 3)
    enrol(account, town, {
      category: categories.agriculture,
      load: 3_000n,
      perDay: 7_000n,
      firstDay,
    })
    const book = 'Extract of the consumer ledger 2019–2024, folio 212.'
    account.adjust(firstDay, paise(93_450n), 1, 0, book)
    live(account, town, {}, (end, n) => {
      const day = later(end, 7)
      if (day > town.end) return
      // The bills are paid, and of the arrears ₹300 once.
      const due = account.bills.at(-1)?.amount ?? paise(0n)
      account.receive(day, paise(due + (n === 2 ? 30_000n : 0n)), 'cash')
    })
    return {
      sentence:
        'What was owed before this ledger began stands as “bill 0”, the oldest, and is filled first: money paid for later bills goes to it, so the newest bill stays open by that much.',
      needsTime: true,
    }
  },
}
