import type { Columns } from '../columns.ts'

/** How the indexer fares: one row, written by it about once a second. */
export interface IndexerStatusRow {
  only_row: boolean
  /** Newest block the node spoke of. */
  chain_head: number
  /** Newest block whose rows are stored. */
  indexed_block: number
  /** Newest stored block that two parties' seals stand on (anvil, where nobody seals: the newest stored). */
  proven_block: number
  /** Seconds since everything the node had was stored; 0 when it is. */
  lag_seconds: number
  /** `starting`, `backfilling`, `following`, `waiting`, `alarm` or `stopped`. */
  state: string
  /** The last alarm in words, and when it was raised. */
  alarm: string | null
  alarm_at: Date | null
  updated_at: Date
}

export const indexerStatusColumns = {
  only_row: 'boolean',
  chain_head: 'integer',
  indexed_block: 'integer',
  proven_block: 'integer',
  lag_seconds: 'bigint',
  state: 'text',
  alarm: 'text null',
  alarm_at: 'timestamp with time zone null',
  updated_at: 'timestamp with time zone',
} as const satisfies Columns<IndexerStatusRow>
