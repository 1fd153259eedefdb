import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { ColumnSort } from '../list/columnSort.ts'
import type { Ledger } from '../readOnly.ts'
import { isBehind, type Standing } from '../record/standing.ts'
import { someAccounts } from '../record/someAccounts.ts'

export interface AccountLine {
  readonly account: Hex
  readonly code: string
  /**
   * Category of its terms in force, or of the first to come; null before terms were accepted. The list is narrowed by that of
   * its newest terms, as the ageing is.
   */
  readonly category: number | null
  /** Paise owed; negative is a credit. */
  readonly balance: Paise
}

/** What the list is sorted by: the code, unless another is asked for. */
export const accountColumns = ['code', 'balance'] as const
export type AccountSort = ColumnSort<(typeof accountColumns)[number]>

/** The order of ids is that of the codes, which are their first bits; it tells equal balances apart. */
const orders = {
  code: ['account'],
  balance: ['balance_paise', 'account'],
} as const

/** Where the list goes on: after this account. */
export interface AccountCursor {
  readonly account: Hex
  readonly balance: Paise
}

const PAGE = 100

/** Accounts of a category (0: without an agreement) or of all, in an order, by key: 100 a page. */
export const listAccounts = async (
  db: Ledger,
  category: number | undefined,
  sort: AccountSort,
  after: AccountCursor | null,
  today: DayNumber,
  limit = PAGE,
): Promise<{ accounts: AccountLine[]; next: AccountCursor | null }> => {
  let query = db
    .selectFrom('account_balance')
    .selectAll()
    .limit(limit + 1)
  for (const column of orders[sort.column])
    query = query.orderBy(column, sort.isDescending ? 'desc' : 'asc')
  if (category !== undefined) query = query.where('category', '=', category)
  if (after !== null)
    query = query.where((eb) => {
      const follows = sort.isDescending ? '<' : '>'
      const account = bytesOf(after.account)
      return sort.column === 'code'
        ? eb('account', follows, account)
        : eb(eb.refTuple(...orders.balance), follows, eb.tuple(after.balance, account))
    })
  const rows = await query.execute()
  const held = rows.slice(0, limit)
  const categories = await categoriesOn(
    db,
    held.map(({ account }) => hexOf(account)),
    today,
  )
  const shown = held.map((row) => lineOf(row, categories))
  const last = shown.at(-1)
  return {
    accounts: shown,
    next:
      rows.length > limit && last !== undefined
        ? { account: last.account, balance: last.balance }
        : null,
  }
}

interface Row {
  readonly account: Uint8Array
  readonly balance_paise: Paise
}

const lineOf = ({ account, balance_paise }: Row, categories: Map<Hex, number>): AccountLine => {
  const id = hexOf(account)
  return {
    account: id,
    code: codeOf(id),
    category: categories.get(id) ?? null,
    balance: balance_paise,
  }
}

const categoriesOn = async (
  db: Ledger,
  accounts: readonly Hex[],
  today: DayNumber,
): Promise<Map<Hex, number>> => {
  const categories = new Map<Hex, number>()
  if (accounts.length === 0) return categories
  const rows = await db
    .selectFrom(someAccounts(accounts))
    .innerJoin('agreement', 'agreement.account', 'wanted.account')
    .select(['agreement.account', 'category', 'first_day'])
    .orderBy('agreement.account')
    .orderBy('seq')
    .execute()
  for (const { account, category, first_day } of rows) {
    const id = hexOf(account)
    // Terms to come count only where there are none before them.
    if (first_day <= today || !categories.has(id)) categories.set(id, category)
  }
  return categories
}

/** What these accounts come to together. */
export interface Together {
  /** What those owe that owe something. */
  readonly owed: Paise
  /** What the others have paid ahead. */
  readonly credit: Paise
  /** Whether accounts have new entries that the list doesn't hold yet. */
  readonly isBehind: boolean
}

/**
 * By the totals of what is open, of which there are as many as categories times due days, however large the ledger. An
 * account has something open or a credit, never both, so these are the sums of the balances above and below zero.
 */
export const readTogether = async (
  db: Ledger,
  category: number | undefined,
  standing: Standing | null,
): Promise<Together> => {
  let query = db
    .selectFrom('open_total')
    .select(['kind', ({ fn }) => fn.sum<Paise>('amount_paise').as('amount')])
    .groupBy('kind')
  if (category !== undefined) query = query.where('category', '=', category)
  const rows = await query.execute()
  const sum = (isCredit: boolean) =>
    paise(
      rows
        .filter(({ kind }) => (kind === 'credit') === isCredit)
        .reduce((total, { amount }) => total + amount, 0n),
    )
  return { owed: sum(false), credit: sum(true), isBehind: isBehind(standing) }
}
