import type { Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `TreasurySwept`. Native payments sent to the treasury. */
export interface SweepRow extends EntryRow {
  amount_paise: Paise
  treasury: Uint8Array
}

export const sweepColumns = {
  ...entryColumns,
  amount_paise: 'numeric(20,0)',
  treasury: 'bytea',
} as const satisfies Columns<SweepRow>
