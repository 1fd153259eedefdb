import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `BillIssued`. A bill as issued. `amount_paise` below zero is a credit. */
export interface BillRow extends EntryRow {
  number: number
  start_day: DayNumber
  end_day: DayNumber
  gross_paise: Paise
  already_charged_paise: Paise
  rounding_paise: Paise
  amount_paise: Paise
  due_day: DayNumber
  balance_paise: Paise
}

export const billColumns = {
  ...entryColumns,
  number: 'bigint',
  start_day: 'bigint',
  end_day: 'bigint',
  gross_paise: 'numeric(20,0)',
  already_charged_paise: 'numeric(20,0)',
  rounding_paise: 'numeric(20,0)',
  amount_paise: 'numeric(20,0)',
  due_day: 'bigint',
  balance_paise: 'numeric(20,0)',
} as const satisfies Columns<BillRow>
