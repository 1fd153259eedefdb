import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { chainTables, entryTables } from '../../migrations/tables.ts'
import type { RowTable } from '../events/batch.ts'

const tables: Record<RowTable, object> = {
  ...entryTables,
  block: chainTables.block,
  transaction: chainTables.transaction,
  account: chainTables.account,
  block_total: chainTables.block_total,
}

/** Every table's COPY, made once of our own names; COPY takes no parameters. */
const statements = new Map(
  Object.entries(tables).map(([table, columns]) => {
    const names = Object.keys(columns).map((column) => `"${column}"`)
    return [table, `copy "${table}" (${names.join(', ')}) from stdin`]
  }),
)

/** The tables that rows are copied to. */
export const rowTables = Object.keys(tables) as RowTable[]

/** Copies lines of COPY's text format into a table. Resolves when Postgres has taken them all. */
export const copyInto = (client: pg.ClientBase, table: RowTable, lines: readonly string[]) =>
  new Promise<void>((resolve, reject) => {
    const stream = client.query(from(statements.get(table) ?? ''))
    stream.once('error', reject)
    stream.once('finish', resolve)
    stream.end(lines.join(''))
  })
