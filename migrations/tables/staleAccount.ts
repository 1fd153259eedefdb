import type { Columns } from '../columns.ts'

/** An account whose balance and open sums are yet to be worked out from its newest entries, or from those that a reorg left it. */
export interface StaleAccountRow {
  account: Uint8Array
}

export const staleAccountColumns = {
  account: 'bytea',
} as const satisfies Columns<StaleAccountRow>
