import type { Generated } from 'kysely'
import type { Columns } from '../columns.ts'

/**
 * A row of a block that the chain dropped, kept for ever. Postgres's own `row ->> 'amount_paise'` reads a number out of it
 * whole; `JSON.parse` would round those above 2⁵³.
 */
export interface OrphanRow {
  id: Generated<number>
  table_name: string
  block_number: number
  block_hash: Uint8Array
  row: unknown
  orphaned_at: Generated<Date>
}

export const orphanColumns = {
  id: 'bigint',
  table_name: 'text',
  block_number: 'integer',
  block_hash: 'bytea',
  row: 'jsonb',
  orphaned_at: 'timestamp with time zone',
} as const satisfies Omit<Columns<OrphanRow>, 'row'> & { row: 'jsonb' }
