import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { bytesOf } from '../../contracts/events/hex.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import { startOfDay } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import type { EntryKind, Tables } from '../../migrations/tables.ts'
import { type Cursor, cursorText } from '../list/cursor.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import { findAccount } from '../record/findAccount.ts'
import type { Filter } from './filter.ts'
import { amountColumns } from './lists.ts'
import { type EntryPage, PAGE } from './query.ts'

/**
 * Entries looked through for one page at most. What an index finds (kind, period, account) is not counted; what has to be
 * looked at one by one (category, amount, what came before and after) is, so that a filter that hits nothing ends too.
 */
const LOOKED_THROUGH = 2_000

export interface FoundEntries extends EntryPage {
  /** The page ends because so many entries were looked through, not because it is full. */
  readonly isUnfinished: boolean
}

/** The entries that the filter lets through, newest first. */
export const findEntries = async (
  db: Ledger,
  filter: Filter,
  before: Cursor | null,
  today: DayNumber,
  lookThrough = LOOKED_THROUGH,
): Promise<FoundEntries> => {
  const candidates = await candidatesOf(db, filter, before)
  if (candidates === null) return { entries: [], next: null, isUnfinished: false }
  const rows = await db
    .selectFrom(candidates.limit(lookThrough).as('entry'))
    .select(['account', 'seq', 'kind', 'block_number', 'log_index'])
    .where((eb) => eb.and(oneByOne(eb as unknown as Entries, filter, today)))
    .orderBy('block_number', 'desc')
    .orderBy('log_index', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  const isFull = rows.length > PAGE
  const last = isFull
    ? shown.at(-1)
    : await candidates
        .offset(lookThrough - 1)
        .limit(1)
        .executeTakeFirst()
  return {
    entries: await entriesByKey(db, shown),
    next:
      last === undefined
        ? null
        : cursorText({ block: last.block_number, logIndex: last.log_index }),
    isUnfinished: !isFull && last !== undefined,
  }
}

/** All such tables begin alike, so one of them stands for any in the types, as in record/entries.ts. */
type Entries = ExpressionBuilder<Tables & { entry: Tables['entry'] & { amount: bigint } }, 'entry'>

/** What an index finds, newest first; null where nothing can be there. */
const candidatesOf = async (db: Ledger, filter: Filter, before: Cursor | null) => {
  const { list, account, from, to } = filter
  const kind = list?.kind
  const amount = kind === undefined ? undefined : amountColumns[kind]
  let query = db
    .selectFrom(`${(kind ?? 'entry') as 'payment'} as row`)
    .select(['account', 'seq', 'block_number', 'log_index'])
    .select([
      sql<EntryKind>`${kind === undefined ? sql.ref('row.kind') : sql.lit(kind)}`.as('kind'),
      sql<bigint>`${amount === undefined ? sql.lit(0) : sql.ref(`row.${amount}`)}`.as('amount'),
    ])
    .orderBy('block_number', 'desc')
    .orderBy('log_index', 'desc')
  if (list?.reading !== undefined)
    query = query.where('row.kind' as 'row.seq', '=', sql.lit<number>(list.reading))
  if (account !== undefined)
    query = query.where('account', '=', bytesOf((await findAccount(db, account)).account))
  if (from !== undefined) {
    const first = await firstBlockFrom(db, startOfDay(from))
    if (first === undefined) return null
    query = query.where('block_number', '>=', first)
  }
  if (to !== undefined) {
    const next = await firstBlockFrom(db, startOfDay(dayNumber(to + 1)))
    if (next !== undefined) query = query.where('block_number', '<', next)
  }
  if (before !== null)
    query = query.where((eb) =>
      eb(eb.refTuple('block_number', 'log_index'), '<', eb.tuple(before.block, before.logIndex)),
    )
  return query
}

/** The first block at or after a time in seconds. */
const firstBlockFrom = async (db: Ledger, timestamp: number): Promise<number | undefined> => {
  const row = await db
    .selectFrom('block')
    .select('number')
    .where('timestamp', '>=', timestamp)
    .orderBy('timestamp')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.number
}

/** What must be looked at entry by entry: a probe of an index each. */
const oneByOne = (eb: Entries, { list, category, least, most }: Filter, today: DayNumber) => {
  const conditions = []
  const size = sql<bigint>`abs(${eb.ref('entry.amount')})`
  if (least !== undefined) conditions.push(eb(size, '>=', least as bigint))
  if (most !== undefined) conditions.push(eb(size, '<=', most as bigint))
  if (category !== undefined) conditions.push(isOfCategory(eb, category, today))
  if (list?.follows === true) conditions.push(followsEstimate(eb))
  if (list?.corrected === true) conditions.push(isReadSince(eb))
  return conditions
}

/** By the account's terms of today; a category's own entries (its rates) count too. */
const isOfCategory = (eb: Entries, category: number, today: DayNumber) =>
  eb.or([
    eb('entry.account', '=', bytesOf(accountOfCategory(category))),
    eb(
      eb
        .selectFrom('agreement')
        .select('agreement.category')
        .whereRef('agreement.account', '=', 'entry.account')
        .where('agreement.first_day', '<=', today)
        .orderBy('agreement.seq', 'desc')
        .limit(1),
      '=',
      category,
    ),
  ])

/** The contract's number of an estimated reading. */
const ESTIMATED = 2

const followsEstimate = (eb: Entries) =>
  eb(
    eb
      .selectFrom('reading')
      .select('reading.kind')
      .whereRef('reading.account', '=', 'entry.account')
      .whereRef('reading.seq', '<', 'entry.seq')
      .orderBy('reading.seq', 'desc')
      .limit(1),
    '=',
    ESTIMATED,
  )

/** A real reading has come since, whose bill replaces what the estimate charged. */
const isReadSince = (eb: Entries) =>
  eb.exists(
    eb
      .selectFrom('reading')
      .select(sql<SqlBool>`true`.as('is_read'))
      .whereRef('reading.account', '=', 'entry.account')
      .whereRef('reading.seq', '>', 'entry.seq')
      .where('reading.kind', '<>', ESTIMATED),
  )
