import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { EntryKind, Tables } from '../../migrations/tables.ts'
import { cursorText } from '../list/cursor.ts'
import { type BlockBounds, blocksOf } from '../list/dayBounds.ts'
import { directionOf, followsBy, type Order } from '../list/order.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import { findAccount } from '../record/findAccount.ts'
import { keysOf } from './actor.ts'
import { findByActors } from './byActors.ts'
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

/** The entries that the filter lets through, in this order. */
export const findEntries = async (
  db: Ledger,
  filter: Filter,
  order: Order,
  today: DayNumber,
  { limit = PAGE, lookThrough = LOOKED_THROUGH } = {},
): Promise<FoundEntries> => {
  const blocks = await blocksOf(db, filter)
  const actors = filter.actor === undefined ? null : await keysOf(db, filter.actor)
  if (blocks === null || actors?.length === 0)
    return { entries: [], next: null, isUnfinished: false }
  const { list, account, category } = filter
  if (actors !== null && (list ?? account ?? category) === undefined)
    return { ...(await findByActors(db, actors, blocks, order, limit)), isUnfinished: false }
  const candidates = await candidatesOf(db, filter, blocks, order)
  const rows = await db
    .selectFrom(candidates.limit(lookThrough).as('entry'))
    .select(['account', 'seq', 'kind', 'block_number', 'log_index'])
    .where((eb) => eb.and(oneByOne(eb as unknown as Entries, filter, actors, today)))
    .orderBy('block_number', directionOf(order))
    .orderBy('log_index', directionOf(order))
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const isFull = rows.length > limit
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
type Entries = ExpressionBuilder<
  Tables & { entry: Tables['entry'] & { amount: bigint; channel: number } },
  'entry'
>

/** What an index finds, in this order. */
const candidatesOf = async (db: Ledger, filter: Filter, blocks: BlockBounds, order: Order) => {
  const { list, account } = filter
  const kind = list?.kind
  const amount = kind === undefined ? undefined : amountColumns[kind]
  let query = db
    .selectFrom(`${(kind ?? 'entry') as 'payment'} as row`)
    .select(['account', 'seq', 'block_number', 'transaction_index', 'log_index'])
    .select([
      sql<EntryKind>`${kind === undefined ? sql.ref('row.kind') : sql.lit(kind)}`.as('kind'),
      sql<bigint>`${amount === undefined ? sql.lit(0) : sql.ref(`row.${amount}`)}`.as('amount'),
      sql<number>`${filter.channel === undefined ? sql.lit(0) : sql.ref('row.channel')}`.as(
        'channel',
      ),
    ])
    .orderBy('block_number', directionOf(order))
    .orderBy('log_index', directionOf(order))
  if (list?.reading !== undefined)
    query = query.where('row.kind' as 'row.seq', '=', sql.lit<number>(list.reading))
  if (account !== undefined)
    query = query.where('account', '=', bytesOf((await findAccount(db, account)).account))
  const { place, isOldestFirst } = order
  const { first, next } = blocks
  const isWithin =
    place !== null &&
    (isOldestFirst ? place.block >= (first ?? 0) : place.block < (next ?? Infinity))
  // One bound where the list begins: of two, Postgres would start at the period's, however far down the place is.
  if (first !== undefined && !(isWithin && isOldestFirst))
    query = query.where('block_number', '>=', first)
  if (next !== undefined && !(isWithin && !isOldestFirst))
    query = query.where('block_number', '<', next)
  if (isWithin)
    query = query.where((eb) =>
      eb(
        eb.refTuple('block_number', 'log_index'),
        followsBy(order),
        eb.tuple(place.block, place.logIndex),
      ),
    )
  return query
}

/** What must be looked at entry by entry: a probe of an index each. */
const oneByOne = (
  eb: Entries,
  { list, category, channel, least, most }: Filter,
  actors: readonly Hex[] | null,
  today: DayNumber,
) => {
  const conditions = []
  if (actors !== null) conditions.push(isRecordedBy(eb, actors))
  const size = sql<bigint>`abs(${eb.ref('entry.amount')})`
  if (least !== undefined) conditions.push(eb(size, '>=', least as bigint))
  if (most !== undefined) conditions.push(eb(size, '<=', most as bigint))
  if (channel !== undefined) conditions.push(eb('entry.channel', '=', channel))
  if (category !== undefined) conditions.push(isOfCategory(eb, category, today))
  if (list?.follows === true) conditions.push(followsEstimate(eb))
  if (list?.corrected === true) conditions.push(isReadSince(eb))
  return conditions
}

const isRecordedBy = (eb: Entries, actors: readonly Hex[]) =>
  eb.exists(
    eb
      .selectFrom('transaction')
      .select(sql<SqlBool>`true`.as('is_theirs'))
      .whereRef('transaction.block_number', '=', 'entry.block_number')
      .whereRef('transaction.transaction_index', '=', 'entry.transaction_index')
      .where('transaction.sender', 'in', actors.map(bytesOf)),
  )

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
