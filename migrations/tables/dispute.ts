import type { Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `BillDisputed`. What the consumer disputes of a bill. */
export interface DisputeRow extends EntryRow {
  bill: number
  amount_paise: Paise
  reason_hash: Uint8Array
}

export const disputeColumns = {
  ...entryColumns,
  bill: 'bigint',
  amount_paise: 'numeric(20,0)',
  reason_hash: 'bytea',
} as const satisfies Columns<DisputeRow>
