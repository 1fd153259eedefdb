import {
  type DayNumber,
  dayNumber,
  type Watt,
  watt,
  type Wh,
} from '../../../contracts/rules/units.ts'
import type { Town } from './town.ts'
import type { TownAccount } from './townAccount.ts'
import type { Profile } from './usage.ts'

/** How an account begins. */
export interface Enrolment extends Profile {
  readonly category: number
  readonly load: bigint
  readonly firstDay: DayNumber
  readonly cycle?: 0 | 1 | 3 | 6 | 12
  readonly instalments?: number
  readonly daysToPay?: number
  readonly meter?: { multiplier?: number; register?: Wh; modulus?: Wh }
}

/** An agreement, accepted, and a meter. */
export const enrol = (account: TownAccount, town: Town, begins: Enrolment): void => {
  const { category, load, firstDay, cycle = 1, instalments = 1, daysToPay = 15 } = begins
  const { perDay, away, meter = {} } = begins
  const day = firstDay < town.begin ? town.begin : firstDay
  account.agree(day, { category, load: kept(load), cycle, instalments, daysToPay, firstDay })
  account.install(day, { perDay, ...(away === undefined ? {} : { away }) }, meter)
}

const kept = (load: bigint): Watt => watt(load)

/** A day so many days on. */
export const later = (day: DayNumber, days: number): DayNumber => dayNumber(day + days)

/** End of the n-th agreed cycle: E(n) = first day + floor(365 × months × n / 12). */
const agreedEnd = (firstDay: DayNumber, cycle: number, n: number): DayNumber =>
  later(firstDay, Math.floor((365 * cycle * n) / 12))

/** The ends of an account's cycles until the town's end; its terms keep one cycle. */
export const endsOf = (account: TownAccount, { end }: Town): DayNumber[] => {
  const { cycle } = account.terms
  const ends: DayNumber[] = []
  for (let n = 1; agreedEnd(account.firstDay, cycle, n) <= end; n++) {
    ends.push(agreedEnd(account.firstDay, cycle, n))
  }
  return ends
}

/** A first day in the town after which a cycle ends so many days before the town does. */
export const firstDayFor = ({ begin, end }: Town, daysAgo: number, cycle = 1): DayNumber => {
  const lastEnd = later(end, -daysAgo)
  let n = 1
  const first = (n: number) => later(lastEnd, -Math.floor((365 * cycle * n) / 12))
  while (first(n + 1) >= begin) n++
  // E(n) counted from here may differ by a day where the floors do.
  return first(n)
}

/** The board reads on four days a month, so many bills share a day: the first day of one of these rounds. */
export const roundDay = ({ begin }: Town, round: 0 | 1 | 2 | 3): DayNumber =>
  later(begin, 7 * round)

/** What happens at the end of a cycle, and until the next, where it isn't the usual. */
export interface Turn {
  readonly read?: (end: DayNumber) => void
  readonly after?: (end: DayNumber) => void
}

/** A life of ordinary cycles: read at each end, then `usual` (the whole balance by UPI a week later), save where `turns` differ. */
export const live = (
  account: TownAccount,
  town: Town,
  turns: Readonly<Record<number, Turn>> = {},
  usual: (end: DayNumber, n: number) => void = (end) => account.settle(later(end, 7), 'upi'),
): void => {
  for (const [i, end] of endsOf(account, town).entries()) {
    const n = i + 1
    const {
      read = (day: DayNumber) => account.read(day),
      after = (day: DayNumber) => usual(day, n),
    } = turns[n] ?? {}
    read(end)
    after(end)
  }
}
