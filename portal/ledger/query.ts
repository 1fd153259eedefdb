import { type EntryKind, entryTables } from '../../migrations/tables.ts'
import { type Cursor, cursorText } from '../list/cursor.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import type { Entry } from '../record/entry.ts'

/** Entries on one page of a list. */
export const PAGE = 50

export interface EntryPage {
  readonly entries: readonly Entry[]
  /** Cursor of the next page, or null at the end. */
  readonly next: string | null
}

export interface Asked {
  /** Only of this kind. */
  readonly kind?: EntryKind | undefined
  /** None of this kind. */
  readonly without?: EntryKind
  readonly before: Cursor | null
  readonly limit?: number
}

/** Entries, newest first. */
export const newestEntries = async (
  db: Ledger,
  { kind, without, before, limit = PAGE }: Asked,
): Promise<EntryPage> => {
  let query = db
    .selectFrom('entry')
    .select(['account', 'seq', 'kind', 'block_number', 'log_index'])
    .orderBy('block_number', 'desc')
    .orderBy('log_index', 'desc')
    .limit(limit + 1)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (without !== undefined) query = query.where('kind', '<>', without)
  if (before !== null)
    query = query.where((eb) =>
      eb(eb.refTuple('block_number', 'log_index'), '<', eb.tuple(before.block, before.logIndex)),
    )
  const rows = await query.execute()
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

export interface KindTotal {
  readonly kind: EntryKind
  readonly entries: number
  /** Paise. */
  readonly amount: bigint
}

/** How many entries of each kind there are and what they sum to: from the days' totals. */
export const totalsByKind = async (db: Ledger): Promise<KindTotal[]> => {
  const rows = await db
    .selectFrom('day_total')
    .select(({ fn }) => [
      'kind',
      fn.sum<bigint>('entries').as('entries'),
      fn.sum<bigint>('amount_paise').as('amount'),
    ])
    .where('kind', 'in', Object.keys(entryTables))
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, entries, amount }) => ({
    kind: kind as EntryKind,
    entries: Number(entries),
    amount,
  }))
}

/** The categories for which a tariff was ever set. */
export const readCategories = async (db: Ledger): Promise<number[]> => {
  const rows = await db
    .selectFrom('rate')
    .select('category')
    .distinct()
    .orderBy('category')
    .execute()
  return rows.map(({ category }) => category)
}
