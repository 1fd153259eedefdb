import type { Columns } from '../columns.ts'

/**
 * The one row that says which chain this database follows and up to which block. Rows are stored in the transaction that
 * moves it, and only by who knows its present block (compare-and-set). It begins at block 0, the genesis, which has no row.
 */
export interface CheckpointRow {
  only_row: boolean
  chain_id: number
  genesis_hash: Uint8Array
  contract: Uint8Array
  block_number: number
  block_hash: Uint8Array
  /** The block up to which tables worked out from rows (indexer/store/derived.ts) hold what follows from them. */
  derived_block: number
}

export const checkpointColumns = {
  only_row: 'boolean',
  chain_id: 'bigint',
  genesis_hash: 'bytea',
  contract: 'bytea',
  block_number: 'integer',
  block_hash: 'bytea',
  derived_block: 'integer',
} as const satisfies Columns<CheckpointRow>
