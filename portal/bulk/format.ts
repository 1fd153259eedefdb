import { csvLine } from '../list/csv.ts'
import { type BulkRow, type BulkTable, cellsOf, columnsOf } from './tables.ts'

/** In which forms a table comes: the ending of its file. */
export const bulkFormats = ['csv', 'jsonl'] as const
export type BulkFormat = (typeof bulkFormats)[number]

/** What a table's file begins with. */
export const headOf: Readonly<Record<BulkFormat, (table: BulkTable) => string>> = {
  csv: (table) => csvLine(columnsOf(table)),
  jsonl: () => '',
}

/** Rows as the text of a file. */
export const textOf: Readonly<
  Record<BulkFormat, (table: BulkTable, rows: readonly BulkRow[]) => string>
> = {
  csv: (table, rows) => rows.map((row) => csvLine(Object.values(cellsOf(table, row)))).join(''),
  jsonl: (table, rows) => rows.map((row) => `${JSON.stringify(cellsOf(table, row))}\n`).join(''),
}
