import { sql } from 'kysely'
import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'

export interface AccountLine {
  readonly account: Hex
  readonly code: string
  /** Category of its terms in force, or of the first to come; null before terms were accepted. */
  readonly category: number | null
  /** Paise owed; negative is a credit. */
  readonly balance: Paise
}

const PAGE = 100

/** Accounts in the order of their ids (which is that of their codes), 100 at a time. */
export const listAccounts = async (
  db: Ledger,
  after: Hex | null,
  today: DayNumber,
  limit = PAGE,
): Promise<{ accounts: AccountLine[]; next: Hex | null }> => {
  let query = db
    .selectFrom('account')
    .selectAll()
    .orderBy('account')
    .limit(limit + 1)
  if (after !== null) query = query.where('account', '>', bytesOf(after))
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const ids = shown.map((row) => row.account)
  const [balances, categories] = [await newestBalances(db, ids), await categoriesOn(db, ids, today)]
  const last = shown.at(-1)
  return {
    accounts: shown.map((row) => {
      const account = hexOf(row.account)
      return {
        account,
        code: row.code,
        category: categories.get(account) ?? null,
        balance: balances.get(account) ?? paise(0n),
      }
    }),
    next: rows.length > limit && last !== undefined ? hexOf(last.account) : null,
  }
}

/** Tables whose entries say the balance after them. */
const withBalance = ['bill', 'payment', 'payment_reversal', 'revision', 'adjustment'] as const

/** What each account owed after its newest entry that moved money. */
const newestBalances = async (
  db: Ledger,
  accounts: readonly Uint8Array[],
): Promise<Map<Hex, Paise>> => {
  const newest = new Map<Hex, { seq: number; balance: Paise }>()
  if (accounts.length === 0) return new Map()
  for (const table of withBalance) {
    // Each account's newest row by its key: histories are long, and pages of accounts many.
    const rows = await db
      .selectFrom(
        sql<{ account: Uint8Array }>`unnest(${accounts}::bytea[])`.as<'wanted'>(
          sql`wanted (account)`,
        ),
      )
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom(`${table as 'bill'} as entry`)
            .select(['entry.seq', 'entry.balance_paise'])
            .whereRef('entry.account', '=', 'wanted.account')
            .orderBy('entry.seq', 'desc')
            .limit(1)
            .as('newest'),
        (join) => join.onTrue(),
      )
      .select(['wanted.account', 'newest.seq', 'newest.balance_paise'])
      .execute()
    for (const { account, seq, balance_paise } of rows) {
      const key = hexOf(account)
      if (seq > (newest.get(key)?.seq ?? 0)) newest.set(key, { seq, balance: balance_paise })
    }
  }
  return new Map([...newest].map(([account, { balance }]) => [account, balance]))
}

const categoriesOn = async (
  db: Ledger,
  accounts: readonly Uint8Array[],
  today: DayNumber,
): Promise<Map<Hex, number>> => {
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('agreement')
    .select(['account', 'category', 'first_day'])
    .where('account', '=', sql<Uint8Array>`any(${accounts}::bytea[])`)
    .orderBy('account')
    .orderBy('seq')
    .execute()
  const categories = new Map<Hex, number>()
  for (const { account, category, first_day } of rows) {
    const id = hexOf(account)
    // Terms to come count only where there are none before them.
    if (first_day <= today || !categories.has(id)) categories.set(id, category)
  }
  return categories
}
