import type { BulkTable } from '../bulk/tables.ts'
import { kindWords } from './eventWords.ts'
import { plain } from './t.ts'

/** What a table of the export holds. */
export const bulkWords = (table: BulkTable): string =>
  table === 'block' || table === 'transaction' || table === 'orphan'
    ? plain(`bulk.${table}`)
    : kindWords(table)
