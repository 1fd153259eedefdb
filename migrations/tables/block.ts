import type { Columns } from '../columns.ts'

/** A proven block. `sealer` is null where nobody sealed it (anvil); `timestamp` is in seconds. */
export interface BlockRow {
  number: number
  hash: Uint8Array
  parent_hash: Uint8Array
  timestamp: number
  state_root: Uint8Array
  sealer: Uint8Array | null
  /** All transactions of the block, and all logs of the contract in it. */
  transaction_count: number
  log_count: number
}

export const blockColumns = {
  number: 'integer',
  hash: 'bytea',
  parent_hash: 'bytea',
  timestamp: 'bigint',
  state_root: 'bytea',
  sealer: 'bytea null',
  transaction_count: 'integer',
  log_count: 'integer',
} as const satisfies Columns<BlockRow>
