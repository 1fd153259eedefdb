import type { DayNumber } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `RateWithdrawn`. A tariff withdrawn before it was in force or had priced a bill. */
export interface RateWithdrawalRow extends EntryRow {
  tariff: number
  category: number
  effective_from_day: DayNumber
}

export const rateWithdrawalColumns = {
  ...entryColumns,
  tariff: 'bigint',
  category: 'bigint',
  effective_from_day: 'bigint',
} as const satisfies Columns<RateWithdrawalRow>
