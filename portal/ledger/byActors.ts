import { sql } from 'kysely'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import { type Cursor, cursorText } from '../list/cursor.ts'
import type { BlockBounds } from '../list/dayBounds.ts'
import { directionOf, followsBy, type Order } from '../list/order.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import { type EntryPage, PAGE } from './query.ts'

interface Place {
  readonly block: number
  readonly index: number
}

/**
 * The entries of some keys' transactions, in this order. Each transaction has an entry at least, so a page is full after as
 * many transactions, found by their sender: however long the ledger, and however rarely a key signs.
 */
export const findByActors = async (
  db: Ledger,
  actors: readonly Hex[],
  blocks: BlockBounds,
  order: Order,
  limit = PAGE,
): Promise<EntryPage> => {
  const transactions = await transactionsOf(db, actors, blocks, order, limit)
  const rows: EntryPlace[] = []
  // A batch makes hundreds of entries, a payment one: a few transactions first, then twice as many.
  for (let from = 0, many = 4; from < transactions.length && rows.length <= limit; many *= 2) {
    rows.push(...(await entriesIn(db, transactions.slice(from, from + many), order, limit)))
    from += many
  }
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    entries: await entriesByKey(db, shown),
    next:
      rows.length > limit && last !== undefined
        ? cursorText({ block: last.block_number, logIndex: last.log_index })
        : null,
  }
}

type EntryPlace = Awaited<ReturnType<typeof entriesIn>>[number]

/** What these transactions recorded, as far as it follows the place of the order. */
const entriesIn = (db: Ledger, transactions: readonly Place[], order: Order, limit: number) => {
  let query = db
    // Apart: Postgres would rather walk the ledger in this order and look at each entry. With `select`, it does not see how many
    // there are, and keeps its plan.
    .with(
      (cte) => cte('their').materialized(),
      () => sql<{ block: number; index: number }>`(select * from
        unnest((select ${transactions.map(({ block }) => block)}::bigint[]),
          (select ${transactions.map(({ index }) => index)}::bigint[])) their (block, index))`,
    )
    .selectFrom(['their', 'entry'])
    .select(['account', 'seq', 'kind', 'block_number', 'log_index'])
    .whereRef('block_number', '=', 'their.block')
    .whereRef('transaction_index', '=', 'their.index')
    .orderBy('block_number', directionOf(order))
    .orderBy('log_index', directionOf(order))
    .limit(limit + 1)
  const { place } = order
  if (place !== null)
    query = query.where((eb) =>
      eb(
        eb.refTuple('block_number', 'log_index'),
        followsBy(order),
        eb.tuple(place.block, place.logIndex),
      ),
    )
  return query.execute()
}

/** Enough of them for a page, and for knowing whether there is another: one may be shown in part already. */
const transactionsOf = async (
  db: Ledger,
  actors: readonly Hex[],
  { first, next }: BlockBounds,
  order: Order,
  limit: number,
): Promise<Place[]> => {
  const from = order.place === null ? null : await transactionAt(db, order.place)
  const found: Place[] = []
  for (const actor of actors) {
    let query = db
      .selectFrom('transaction')
      .select(['block_number', 'transaction_index'])
      .where('sender', '=', bytesOf(actor))
      .orderBy('block_number', directionOf(order))
      .orderBy('transaction_index', directionOf(order))
      .limit(limit + 2)
    if (first !== undefined) query = query.where('block_number', '>=', first)
    if (next !== undefined) query = query.where('block_number', '<', next)
    if (from !== null)
      query = query.where((eb) =>
        eb(
          eb.refTuple('block_number', 'transaction_index'),
          order.isOldestFirst ? '>=' : '<=',
          eb.tuple(from.block, from.index),
        ),
      )
    for (const { block_number, transaction_index } of await query.execute())
      found.push({ block: block_number, index: transaction_index })
  }
  const sign = order.isOldestFirst ? 1 : -1
  return found.sort((a, b) => sign * (a.block - b.block || a.index - b.index)).slice(0, limit + 2)
}

/** The transaction in which a place of the list stands; before the block's first one where there is none. */
const transactionAt = async (db: Ledger, { block, logIndex }: Cursor): Promise<Place> => {
  const row = await db
    .selectFrom('entry')
    .select('transaction_index')
    .where('block_number', '=', block)
    .where('log_index', '<=', logIndex)
    .orderBy('log_index', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { block, index: row?.transaction_index ?? -1 }
}
