import type pg from 'pg'
import { rowTables, type RowTable } from '../events/batch.ts'
import { copyOut } from './copyOut.ts'

/** In which order the rows of consecutive blocks are made, and so are read again: an index has it. */
const orders: { readonly [Table in RowTable]?: readonly string[] } = {
  block: ['number'],
  transaction: ['block_number', 'transaction_index'],
  account: ['block_number', 'account'],
  block_total: ['block_number', 'kind collate "C"'],
}

const selects = new Map(
  Object.entries(rowTables).map(([table, columns]) => {
    const names = Object.keys(columns).map((column) => `"${column}"`)
    const order = orders[table as RowTable] ?? ['block_number', 'log_index']
    const number = table === 'block' ? 'number' : 'block_number'
    return [
      table as RowTable,
      (from: number, to: number, isInside: boolean) =>
        `select ${names.join(', ')} from "${table}"
         where ${number} ${isInside ? '' : 'not'} between ${Math.trunc(from)} and ${Math.trunc(to)}
         order by ${order.join(', ')}`,
    ]
  }),
)

export interface BlockRange {
  from: number
  last: number
  /** False: all the other blocks. */
  isInside?: boolean
}

/** The rows of blocks `from` to `last`, or all the others, in COPY's binary format. */
export const readRows = (
  client: pg.ClientBase,
  table: RowTable,
  { from, last, isInside = true }: BlockRange,
): Promise<Buffer> => copyOut(client, selects.get(table)?.(from, last, isInside) ?? '')
