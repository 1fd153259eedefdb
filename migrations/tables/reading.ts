import type { DayNumber, Wh } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `ConsumptionRecorded`. A reading. `kind`: 0 actual (signed by the meter), 1 manual, 2 estimated, 3 final. */
export interface ReadingRow extends EntryRow {
  bill: number
  meter: Uint8Array
  kind: number
  previous_wh: Wh
  present_wh: Wh
  multiplier: number
  carried_wh: Wh
  rollover: boolean
  start_day: DayNumber
  end_day: DayNumber
  wh: Wh
  evidence: Uint8Array
}

export const readingColumns = {
  ...entryColumns,
  bill: 'bigint',
  meter: 'bytea',
  kind: 'bigint',
  previous_wh: 'numeric(20,0)',
  present_wh: 'numeric(20,0)',
  multiplier: 'bigint',
  carried_wh: 'numeric(20,0)',
  rollover: 'boolean',
  start_day: 'bigint',
  end_day: 'bigint',
  wh: 'numeric(20,0)',
  evidence: 'bytea',
} as const satisfies Columns<ReadingRow>
