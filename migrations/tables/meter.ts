import type { DayNumber, Wh } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `MeterInstalled`. A meter as installed or as a replacement (then with the old one's read-out and the Wh carried). */
export interface MeterRow extends EntryRow {
  meter: Uint8Array
  day: DayNumber
  multiplier: number
  register_wh: Wh
  modulus_wh: Wh
  closing_wh: Wh
  rollover: boolean
  carried_wh: Wh
  evidence: Uint8Array
}

export const meterColumns = {
  ...entryColumns,
  meter: 'bytea',
  day: 'bigint',
  multiplier: 'bigint',
  register_wh: 'numeric(20,0)',
  modulus_wh: 'numeric(20,0)',
  closing_wh: 'numeric(20,0)',
  rollover: 'boolean',
  carried_wh: 'numeric(20,0)',
  evidence: 'bytea',
} as const satisfies Columns<MeterRow>
