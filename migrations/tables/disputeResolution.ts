import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `DisputeResolved`. The regulator's answer. `outcome`: 0 upheld (the bill stands), 1 granted. */
export interface DisputeResolutionRow extends EntryRow {
  bill: number
  outcome: number
  document: Uint8Array
}

export const disputeResolutionColumns = {
  ...entryColumns,
  bill: 'bigint',
  outcome: 'bigint',
  document: 'bytea',
} as const satisfies Columns<DisputeResolutionRow>
