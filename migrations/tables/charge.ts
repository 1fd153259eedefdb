import type { DayNumber, Paise, Watt, Wh } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `ChargeApplied`. The rate applied to one part of a reading. `revision` is 0 at first. */
export interface ChargeRow extends EntryRow {
  bill: number
  revision: number
  first_day: DayNumber
  number_of_days: number
  wh: Wh
  tariff: number
  load_w: Watt
  energy_paise: Paise
  fixed_charge_paise: Paise
  fuel_paise: Paise
  duty_paise: Paise
  subsidy_paise: Paise
  charge_paise: Paise
}

export const chargeColumns = {
  ...entryColumns,
  bill: 'bigint',
  revision: 'bigint',
  first_day: 'bigint',
  number_of_days: 'bigint',
  wh: 'numeric(20,0)',
  tariff: 'bigint',
  load_w: 'numeric(20,0)',
  energy_paise: 'numeric(20,0)',
  fixed_charge_paise: 'numeric(20,0)',
  fuel_paise: 'numeric(20,0)',
  duty_paise: 'numeric(20,0)',
  subsidy_paise: 'numeric(20,0)',
  charge_paise: 'numeric(20,0)',
} as const satisfies Columns<ChargeRow>
