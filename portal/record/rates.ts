import { sql } from 'kysely'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import { type Tariff, tariffOfRate } from '../../contracts/rules/tariff.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from './entries.ts'
import { entriesAtOnce } from './entriesAtOnce.ts'
import { type Entry, type EntryOf, only } from './entry.ts'

/** A tariff of a category, and from when to when it prices. */
export interface RateVersion {
  readonly tariff: Tariff
  readonly entry: EntryOf<'RateSet'>
  /** First day of the category's next tariff, or null while there is none. */
  readonly until: DayNumber | null
  /** The entry that withdrew it, so that it never priced anything. */
  readonly withdrawn: EntryOf<'RateWithdrawn'> | null
  /** 1, 2, 3 … among those of its category that were not withdrawn; null for a withdrawn one. */
  readonly version: number | null
}

/** Which entries tell a category's tariffs. */
export const ratesWanted = (category: number) => ({
  account: accountOfCategory(category),
  names: ['RateSet', 'RateWithdrawn'] as const,
})

/** All tariffs of one category, by their first day. */
export const categoryRates = async (db: Ledger, category: number): Promise<RateVersion[]> =>
  versionsOf((await entriesAtOnce(db, ratesWanted(category))).entries)

/** All tariffs of all categories, by category and first day. */
export const allRates = async (db: Ledger): Promise<RateVersion[]> => {
  const keys = await db
    .selectFrom('entry')
    .select(['account', 'seq', 'kind'])
    // In the text: their tables alone are read by a plan that is made once.
    .where('kind', 'in', [sql.lit('rate' as const), sql.lit('rate_withdrawal' as const)])
    .execute()
  const byCategory = Map.groupBy(await entriesByKey(db, keys), (entry) => entry.account)
  return [...byCategory.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, entries]) => versionsOf(entries))
}

/** The versions that a category's entries tell. */
export const versionsOf = (entries: readonly Entry[]): RateVersion[] => {
  const withdrawals = only(entries, 'RateWithdrawn')
  const all = only(entries, 'RateSet')
    .map((entry) => ({
      entry,
      tariff: tariffOfRate(entry.fields),
      withdrawn: withdrawals.find(({ fields }) => fields.tariff === entry.fields.tariff) ?? null,
    }))
    .sort((a, b) => a.tariff.effectiveFrom - b.tariff.effectiveFrom || a.entry.seq - b.entry.seq)
  const inForce = all.filter(({ withdrawn }) => withdrawn === null)
  return all.map((each) => {
    const place = inForce.indexOf(each)
    return {
      ...each,
      version: place < 0 ? null : place + 1,
      until: place < 0 ? null : (inForce[place + 1]?.tariff.effectiveFrom ?? null),
    }
  })
}
