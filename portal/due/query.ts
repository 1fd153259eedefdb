import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { type DayNumber, dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { OpenKind } from '../../migrations/tables/openSum.ts'
import { type Age, dueDaysOf } from '../board/ages.ts'
import type { ColumnSort } from '../list/columnSort.ts'
import type { Ledger } from '../readOnly.ts'

/** One sum that an account has open. */
export interface OpenLine {
  readonly code: string
  readonly category: number
  readonly bill: number
  readonly dueDay: DayNumber
  readonly amount: Paise
}

/** What the list is sorted by: the due day, which is by days late, unless another is asked for. */
export const dueColumns = ['due', 'amount', 'account'] as const
export type DueSort = ColumnSort<(typeof dueColumns)[number]>

/** Each order ends with what tells two sums apart, so that a page goes on after exactly one of them. */
const orders = {
  due: ['due_day', 'account', 'bill'],
  amount: ['amount_paise', 'account', 'bill', 'due_day'],
  account: ['account', 'bill', 'due_day'],
} as const

/** Where the list goes on: after this sum. */
export interface OpenCursor {
  readonly dueDay: number
  readonly account: Hex
  readonly bill: number
  readonly amount: Paise
}

/** Which sums: of a kind, of an age or not yet due, of a category. */
export interface OpenFilter {
  readonly category: number | undefined
  readonly what: Age | 'not-due' | 'held' | 'credit'
}

const PAGE = 100

const kindOf = ({ what }: OpenFilter): OpenKind =>
  what === 'held' || what === 'credit' ? what : 'due'

/** The due days that are wanted; null is no limit. */
const daysOf = (
  { what }: OpenFilter,
  today: DayNumber,
): { readonly first: DayNumber | null; readonly last: DayNumber | null } => {
  if (typeof what === 'object') return dueDaysOf(what, today)
  return { first: what === 'not-due' ? today : null, last: null }
}

/** Open sums in an order, by key: 100 a page. */
export const listOpen = async (
  db: Ledger,
  filter: OpenFilter,
  sort: DueSort,
  after: OpenCursor | null,
  today: DayNumber,
  limit = PAGE,
): Promise<{ sums: OpenLine[]; next: OpenCursor | null }> => {
  const { category } = filter
  let query = db
    .selectFrom('open_sum')
    .selectAll()
    .where('kind', '=', kindOf(filter))
    .limit(limit + 1)
  for (const column of orders[sort.column])
    query = query.orderBy(column, sort.isDescending ? 'desc' : 'asc')
  if (category !== undefined) query = query.where('category', '=', category)
  const { first, last: lastDay } = daysOf(filter, today)
  if (first !== null) query = query.where('due_day', '>=', first)
  if (lastDay !== null) query = query.where('due_day', '<=', lastDay)
  if (after !== null)
    query = query.where((eb) => {
      const follows = sort.isDescending ? '<' : '>'
      const [day, account] = [dayNumber(after.dueDay), bytesOf(after.account)]
      const { bill, amount } = after
      switch (sort.column) {
        case 'due':
          return eb(eb.refTuple(...orders.due), follows, eb.tuple(day, account, bill))
        case 'amount':
          return eb(eb.refTuple(...orders.amount), follows, eb.tuple(amount, account, bill, day))
        case 'account':
          return eb(eb.refTuple(...orders.account), follows, eb.tuple(account, bill, day))
        default:
          return sort.column satisfies never
      }
    })
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    sums: shown.map((row) => ({
      code: codeOf(hexOf(row.account)),
      category: row.category,
      bill: row.bill,
      dueDay: row.due_day,
      amount: row.amount_paise,
    })),
    next:
      rows.length > limit && last !== undefined
        ? {
            dueDay: last.due_day,
            account: hexOf(last.account),
            bill: last.bill,
            amount: last.amount_paise,
          }
        : null,
  }
}

/** What such sums come to, on all pages together. */
export interface OpenTotal {
  readonly sums: number
  readonly amount: Paise
}

/** By the totals of what is open, of which there are as many as categories times due days, however large the ledger. */
export const totalOpen = async (
  db: Ledger,
  filter: OpenFilter,
  today: DayNumber,
): Promise<OpenTotal> => {
  const { category } = filter
  let query = db
    .selectFrom('open_total')
    .select(({ fn }) => [
      fn.sum<number | null>('sums').as('sums'),
      fn.sum<Paise | null>('amount_paise').as('amount'),
    ])
    .where('kind', '=', kindOf(filter))
  if (category !== undefined) query = query.where('category', '=', category)
  const { first, last } = daysOf(filter, today)
  if (first !== null) query = query.where('due_day', '>=', first)
  if (last !== null) query = query.where('due_day', '<=', last)
  const { sums, amount } = await query.executeTakeFirstOrThrow()
  return { sums: sums ?? 0, amount: amount ?? paise(0n) }
}
