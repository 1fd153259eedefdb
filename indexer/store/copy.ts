import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { type CopyRows } from '../events/copyRows.ts'
import { rowTables, type RowTable } from '../events/batch.ts'

/** Every table's COPY, made once of our own names; COPY takes no parameters. */
const statements = new Map(
  Object.entries(rowTables).map(([table, columns]) => {
    const names = Object.keys(columns).map((column) => `"${column}"`)
    return [table, `copy "${table}" (${names.join(', ')}) from stdin (format binary)`]
  }),
)

/**
 * Copies rows into their tables. Resolves when Postgres has taken them all. Statements and rows are sent in one go, not a
 * table once the one before is taken: the next blocks are proven meanwhile on the same thread, and after each table
 * Postgres would wait until a proof ends.
 */
export const copyInto = (
  client: pg.ClientBase,
  batch: ReadonlyMap<RowTable, CopyRows>,
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (batch.size === 0) return resolve()
    const texts = [...batch.keys()].map((table) => statements.get(table) ?? '')
    client.query({
      submit: (connection: pg.Connection) => {
        connection.query(texts.join('; '))
        send(connection.stream, [...batch.values()])
      },
      // As `pg` calls who asked, message by message (its class Query).
      handleCopyInResponse: () => {},
      handleCommandComplete: () => {},
      handleReadyForQuery: resolve,
      handleError: reject,
    } as pg.Submittable)
  })

/**
 * Postgres may be sent rows before it says that it is ready for them, and where it refuses one it passes over all others
 * (PostgreSQL manual, "Message Flow", COPY Operations).
 */
const send = (stream: Duplex, tables: readonly CopyRows[]): void => {
  stream.cork()
  for (const rows of tables) {
    const bytes = rows.end()
    const head = Buffer.from('d\0\0\0\0', 'latin1')
    head.writeUInt32BE(4 + bytes.length, 1)
    stream.write(head)
    stream.write(bytes)
    stream.write(COPY_DONE)
  }
  stream.uncork()
}

const COPY_DONE = Buffer.from('c\0\0\0\x04', 'latin1')
