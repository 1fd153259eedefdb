import type { Paise, Wh } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `ConsumptionRevised`. A correction of one real reading, with the difference to its bill. */
export interface RevisionRow extends EntryRow {
  bill: number
  revision: number
  previous_wh: Wh
  present_wh: Wh
  rollover: boolean
  wh: Wh
  gross_before_paise: Paise
  gross_after_paise: Paise
  difference_paise: Paise
  reason: number
  document: Uint8Array
  balance_paise: Paise
}

export const revisionColumns = {
  ...entryColumns,
  bill: 'bigint',
  revision: 'bigint',
  previous_wh: 'numeric(20,0)',
  present_wh: 'numeric(20,0)',
  rollover: 'boolean',
  wh: 'numeric(20,0)',
  gross_before_paise: 'numeric(20,0)',
  gross_after_paise: 'numeric(20,0)',
  difference_paise: 'numeric(20,0)',
  reason: 'bigint',
  document: 'bytea',
  balance_paise: 'numeric(20,0)',
} as const satisfies Columns<RevisionRow>
