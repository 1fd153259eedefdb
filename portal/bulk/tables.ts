import { hexOf } from '../../contracts/events/hex.ts'
import { formatDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { chainTables, type EntryKind, entryTables } from '../../migrations/tables.ts'
import type { Cell } from '../list/csv.ts'

/**
 * What makes up the ledger: every event, the blocks and transactions they stand in, and what dropped blocks had held. The
 * schema's other tables are worked out from these, and left out.
 */
export const bulkTables = [
  'block',
  'transaction',
  ...(Object.keys(entryTables) as EntryKind[]),
  'orphan',
] as const
export type BulkTable = (typeof bulkTables)[number]

export const isBulkTable = (name: string): name is BulkTable =>
  (bulkTables as readonly string[]).includes(name)

const { block, transaction, orphan } = chainTables
const types: Readonly<Record<BulkTable, Readonly<Record<string, string>>>> = {
  ...entryTables,
  block,
  transaction,
  orphan,
}

/** The columns of a table's file: those of the table, in its order. */
export const columnsOf = (table: BulkTable): readonly string[] => Object.keys(types[table])

/** The columns that give a table's rows their order, which is the chain's. The last block that a file holds bounds the first. */
export const keyOf = (table: BulkTable): readonly [block: string, place: string | null] => {
  if (table === 'block') return ['number', null]
  if (table === 'transaction') return ['block_number', 'transaction_index']
  return ['block_number', table === 'orphan' ? 'id' : 'log_index']
}

/** A row as it comes from Postgres, whichever table's. */
export type BulkRow = Readonly<Record<string, unknown>>

/**
 * A row for a file: bytes as 0x…, amounts and energy as strings of whole paise and Wh, days as YYYY-MM-DD in India, times as
 * ISO 8601 in UTC. Nothing is lost: the same row can be made from it.
 */
export const cellsOf = (table: BulkTable, row: BulkRow): Record<string, Cell> =>
  Object.fromEntries(columnsOf(table).map((column) => [column, cellOf(column, row[column])]))

const cellOf = (column: string, value: unknown): Cell => {
  if (value instanceof Uint8Array) return hexOf(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return String(value)
  if (/(?:^|_)day$/.test(column)) return formatDay(value as DayNumber)
  return value as Cell
}

/** Which column's text is read as it stands in Postgres: a parser would round large numbers in it. */
export const isRead = (table: BulkTable, column: string): boolean =>
  types[table][column] === 'jsonb'
