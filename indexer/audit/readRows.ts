import { buffer } from 'node:stream/consumers'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { rowTables, type RowTable } from '../events/batch.ts'

/** In which order the rows of consecutive blocks are made, and so are read again. */
const orders: { readonly [Table in RowTable]?: readonly string[] } = {
  block: ['number'],
  transaction: ['block_number', 'transaction_index'],
  account: ['block_number', 'account'],
  block_total: ['block_number', 'kind collate "C"'],
}

const selects = new Map(
  Object.entries(rowTables).map(([table, columns]) => {
    const names = Object.keys(columns).map((column) => `"${column}"`)
    const order = orders[table as RowTable] ?? ['block_number', 'log_index', 'account', 'seq']
    const number = table === 'block' ? 'number' : 'block_number'
    return [
      table as RowTable,
      (from: number, to: number, isInside: boolean) =>
        `copy (select ${names.join(', ')} from "${table}"
         where ${number} ${isInside ? '' : 'not'} between ${Math.trunc(from)} and ${Math.trunc(to)}
         order by ${order.join(', ')}) to stdout (format binary)`,
    ]
  }),
)

/** The rows of blocks `from` to `to`, or all the others, in COPY's binary format. */
export const readRows = async (
  client: pg.ClientBase,
  table: RowTable,
  { from, last, isInside = true }: { from: number; last: number; isInside?: boolean },
): Promise<Buffer> => {
  const select = selects.get(table)
  return buffer(client.query(to(select?.(from, last, isInside) ?? '')))
}
