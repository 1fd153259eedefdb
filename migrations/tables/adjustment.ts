import type { Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `AdjustmentPosted`. A signed sum with a reason; it names a bill, or 0 for opening arrears. */
export interface AdjustmentRow extends EntryRow {
  amount_paise: Paise
  reason: number
  bill: number
  document: Uint8Array
  by: Uint8Array
  balance_paise: Paise
}

export const adjustmentColumns = {
  ...entryColumns,
  amount_paise: 'numeric(20,0)',
  reason: 'bigint',
  bill: 'bigint',
  document: 'bytea',
  by: 'bytea',
  balance_paise: 'numeric(20,0)',
} as const satisfies Columns<AdjustmentRow>
