import type { DayNumber, Paise, PerUnit, Wh } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `RateSet`. A tariff as set: what a category pays from a day on. Slabs past `slab_count` are zero. */
export interface RateRow extends EntryRow {
  tariff: number
  category: number
  effective_from_day: DayNumber
  basis: number
  fixed_per_kw_paise: Paise
  fixed_per_connection_paise: Paise
  duty_rate: number
  duty_base: number
  duty_per_unit: PerUnit
  round_to_paise: Paise
  order_hash: Uint8Array
  slab_count: number
  slab1_up_to_wh: Wh
  slab1_rate_per_unit: PerUnit
  slab1_fuel_per_unit: PerUnit
  slab1_subsidy_per_unit: PerUnit
  slab2_up_to_wh: Wh
  slab2_rate_per_unit: PerUnit
  slab2_fuel_per_unit: PerUnit
  slab2_subsidy_per_unit: PerUnit
  slab3_up_to_wh: Wh
  slab3_rate_per_unit: PerUnit
  slab3_fuel_per_unit: PerUnit
  slab3_subsidy_per_unit: PerUnit
  slab4_up_to_wh: Wh
  slab4_rate_per_unit: PerUnit
  slab4_fuel_per_unit: PerUnit
  slab4_subsidy_per_unit: PerUnit
  slab5_up_to_wh: Wh
  slab5_rate_per_unit: PerUnit
  slab5_fuel_per_unit: PerUnit
  slab5_subsidy_per_unit: PerUnit
  slab6_up_to_wh: Wh
  slab6_rate_per_unit: PerUnit
  slab6_fuel_per_unit: PerUnit
  slab6_subsidy_per_unit: PerUnit
  slab7_up_to_wh: Wh
  slab7_rate_per_unit: PerUnit
  slab7_fuel_per_unit: PerUnit
  slab7_subsidy_per_unit: PerUnit
  slab8_up_to_wh: Wh
  slab8_rate_per_unit: PerUnit
  slab8_fuel_per_unit: PerUnit
  slab8_subsidy_per_unit: PerUnit
}

export const rateColumns = {
  ...entryColumns,
  tariff: 'bigint',
  category: 'bigint',
  effective_from_day: 'bigint',
  basis: 'bigint',
  fixed_per_kw_paise: 'numeric(20,0)',
  fixed_per_connection_paise: 'numeric(20,0)',
  duty_rate: 'bigint',
  duty_base: 'bigint',
  duty_per_unit: 'numeric(20,0)',
  round_to_paise: 'numeric(20,0)',
  order_hash: 'bytea',
  slab_count: 'bigint',
  slab1_up_to_wh: 'numeric(20,0)',
  slab1_rate_per_unit: 'numeric(20,0)',
  slab1_fuel_per_unit: 'numeric(20,0)',
  slab1_subsidy_per_unit: 'numeric(20,0)',
  slab2_up_to_wh: 'numeric(20,0)',
  slab2_rate_per_unit: 'numeric(20,0)',
  slab2_fuel_per_unit: 'numeric(20,0)',
  slab2_subsidy_per_unit: 'numeric(20,0)',
  slab3_up_to_wh: 'numeric(20,0)',
  slab3_rate_per_unit: 'numeric(20,0)',
  slab3_fuel_per_unit: 'numeric(20,0)',
  slab3_subsidy_per_unit: 'numeric(20,0)',
  slab4_up_to_wh: 'numeric(20,0)',
  slab4_rate_per_unit: 'numeric(20,0)',
  slab4_fuel_per_unit: 'numeric(20,0)',
  slab4_subsidy_per_unit: 'numeric(20,0)',
  slab5_up_to_wh: 'numeric(20,0)',
  slab5_rate_per_unit: 'numeric(20,0)',
  slab5_fuel_per_unit: 'numeric(20,0)',
  slab5_subsidy_per_unit: 'numeric(20,0)',
  slab6_up_to_wh: 'numeric(20,0)',
  slab6_rate_per_unit: 'numeric(20,0)',
  slab6_fuel_per_unit: 'numeric(20,0)',
  slab6_subsidy_per_unit: 'numeric(20,0)',
  slab7_up_to_wh: 'numeric(20,0)',
  slab7_rate_per_unit: 'numeric(20,0)',
  slab7_fuel_per_unit: 'numeric(20,0)',
  slab7_subsidy_per_unit: 'numeric(20,0)',
  slab8_up_to_wh: 'numeric(20,0)',
  slab8_rate_per_unit: 'numeric(20,0)',
  slab8_fuel_per_unit: 'numeric(20,0)',
  slab8_subsidy_per_unit: 'numeric(20,0)',
} as const satisfies Columns<RateRow>
