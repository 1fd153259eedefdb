import { dayInIndia } from '../../contracts/rules/day.ts'
import { pool, type PooledBill } from '../../contracts/rules/pool.ts'
import { postingsOf } from '../../contracts/rules/posting.ts'
import { type DayNumber, dayNumber, type Paise } from '../../contracts/rules/units.ts'
import { type DerivedBill, deriveBills } from '../derive/deriveBill.ts'
import type { Ledger } from '../readOnly.ts'
import { accountEntries } from './entries.ts'
import { type Entry, only } from './entry.ts'
import type { FoundAccount } from './findAccount.ts'
import { categoryRates, type RateVersion } from './rates.ts'
import type { Standing } from './standing.ts'

/** A bill worked out again, and how it stands today. */
export interface StandingBill extends DerivedBill {
  readonly standing: PooledBill
}

/** All that the ledger holds of one account, and all that follows from it. */
export interface History extends FoundAccount {
  /** Every entry, in order. */
  readonly entries: readonly Entry[]
  /** By number. */
  readonly bills: readonly StandingBill[]
  /** What is owed, by the pool of its payments; below zero a credit. */
  readonly balance: Paise
  /** Sums due and not yet paid, by due day. */
  readonly due: readonly {
    readonly day: DayNumber
    readonly left: Paise
    readonly isOverdue: boolean
  }[]
  /** Tariffs of the categories that it agreed to. */
  readonly rates: readonly RateVersion[]
}

/** The history of an account as of the block of `standing`. */
export const readHistory = async (
  db: Ledger,
  found: FoundAccount,
  standing: Standing,
): Promise<History> => {
  const entries = await accountEntries(db, found.account)
  const categories = new Set(
    only(entries, 'AgreementAccepted').map(({ fields }) => fields.category),
  )
  const rates: RateVersion[] = []
  for (const category of categories) rates.push(...(await categoryRates(db, category)))
  const tariffs = rates.filter(({ withdrawn }) => withdrawn === null).map(({ tariff }) => tariff)
  const dated = entries.map((event) => ({ event, day: dayInIndia(event.at.timestamp) }))
  const owed = pool(postingsOf(dated), standing.today)
  const pooled = new Map(owed.bills.map((bill) => [bill.number, bill]))
  return {
    ...found,
    entries,
    rates,
    balance: owed.balance,
    due: owed.bills
      .flatMap(({ sums }) => sums)
      .filter(({ left, heldBack }) => left > heldBack)
      .map(({ dueDay, left, isOverdue }) => ({ day: dayNumber(dueDay), left, isOverdue }))
      .sort((a, b) => a.day - b.day),
    bills: deriveBills(entries, tariffs).flatMap((bill) => {
      const standing = pooled.get(bill.issued.fields.number)
      return standing === undefined ? [] : [{ ...bill, standing }]
    }),
  }
}
