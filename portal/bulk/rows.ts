import { sql } from 'kysely'
import type { Ledger } from '../readOnly.ts'
import { type BulkRow, type BulkTable, columnsOf, isRead, keyOf } from './tables.ts'

/** After which row a table's reading goes on. */
export type Place = readonly [block: number, place: number]

/** Rows read at a time. */
const CHUNK = 1_000

/** The rows of a table that stand in blocks up to `block`, in the chain's order, after a place in it; some at a time. */
export async function* rowsUpTo(
  db: Ledger,
  table: BulkTable,
  block: number,
  after: Place | null = null,
): AsyncGenerator<{ readonly rows: readonly BulkRow[]; readonly last: Place }> {
  let place = after
  for (;;) {
    const rows = await chunk(db, table, block, place)
    const last = rows.at(-1)
    if (last === undefined) return
    place = placeOf(table, last)
    yield { rows, last: place }
    if (rows.length < CHUNK) return
  }
}

const placeOf = (table: BulkTable, row: BulkRow): Place => {
  const [block, place] = keyOf(table)
  return [Number(row[block]), place === null ? 0 : Number(row[place])]
}

/** The tables differ, but their names come from the schema: one of them stands for any in the types. */
const chunk = async (
  db: Ledger,
  table: BulkTable,
  block: number,
  after: Place | null,
): Promise<BulkRow[]> => {
  const [number, place] = keyOf(table) as ['block_number', 'log_index' | null]
  let query = db
    .selectFrom(table as 'payment')
    .select(
      columnsOf(table).map((column) =>
        isRead(table, column)
          ? sql<string>`${sql.ref(column)}::text`.as(column)
          : sql.ref(column).as(column),
      ),
    )
    .where(number, '<=', block)
    .orderBy(number)
    .limit(CHUNK)
  if (place !== null) query = query.orderBy(place)
  if (after !== null)
    query =
      place === null
        ? query.where(number, '>', after[0])
        : query.where((eb) => eb(eb.refTuple(number, place), '>', eb.tuple(after[0], after[1])))
  return query.execute()
}
