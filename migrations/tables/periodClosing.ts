import type { Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `PeriodClosed`. The ledger's control totals when a month was closed. `month` counts from January 1970. */
export interface PeriodClosingRow extends EntryRow {
  month: number
  opening_paise: Paise
  billed_paise: Paise
  adjusted_paise: Paise
  paid_paise: Paise
  closing_paise: Paise
}

export const periodClosingColumns = {
  ...entryColumns,
  month: 'bigint',
  opening_paise: 'numeric(39,0)',
  billed_paise: 'numeric(39,0)',
  adjusted_paise: 'numeric(39,0)',
  paid_paise: 'numeric(39,0)',
  closing_paise: 'numeric(39,0)',
} as const satisfies Columns<PeriodClosingRow>
