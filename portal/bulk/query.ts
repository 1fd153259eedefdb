import { totalsByKind } from '../ledger/query.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import { type BulkTable, bulkTables } from './tables.ts'

/** A table of the export, and how many rows it has; null where counting them would mean to read them. */
export interface BulkLine {
  readonly table: BulkTable
  readonly rows: number | null
}

/** The tables that make up the ledger. Entries are counted from the days' totals, blocks from their numbers. */
export const readBulk = async (
  db: Ledger,
  standing: Standing | null,
): Promise<{ readonly tables: readonly BulkLine[] }> => {
  const entries = new Map((await totalsByKind(db)).map(({ kind, entries }) => [kind, entries]))
  const first = await db.selectFrom('block').select('number').orderBy('number').limit(1).execute()
  const blocks = standing === null ? 0 : standing.block - (first[0]?.number ?? 0) + 1
  const rowsOf = (table: BulkTable): number | null => {
    if (table === 'block') return blocks
    return table === 'transaction' || table === 'orphan' ? null : (entries.get(table) ?? 0)
  }
  return { tables: bulkTables.map((table) => ({ table, rows: rowsOf(table) })) }
}
