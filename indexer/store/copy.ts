import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { CopyRows } from '../events/copyRows.ts'
import { rowTables, type RowTable } from '../events/batch.ts'

/** Every table's COPY, made once of our own names; COPY takes no parameters. */
const statements = new Map(
  Object.entries(rowTables).map(([table, columns]) => {
    const names = Object.keys(columns).map((column) => `"${column}"`)
    return [table, `copy "${table}" (${names.join(', ')}) from stdin (format binary)`]
  }),
)

/** Copies rows into a table. Resolves when Postgres has taken them all. */
export const copyInto = (client: pg.ClientBase, table: RowTable, rows: CopyRows) =>
  new Promise<void>((resolve, reject) => {
    const stream = client.query(from(statements.get(table) ?? ''))
    stream.once('error', reject)
    stream.once('finish', resolve)
    stream.end(rows.end())
  })
