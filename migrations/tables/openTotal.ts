import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'
import type { OpenKind } from './openSum.ts'

/** What the open sums of a category, kind and day add up to; moves with them, in one transaction. */
export interface OpenTotalRow {
  category: number
  kind: OpenKind
  due_day: DayNumber
  sums: number
  amount_paise: Paise
}

export const openTotalColumns = {
  category: 'bigint',
  kind: 'text',
  due_day: 'bigint',
  sums: 'integer',
  amount_paise: 'numeric(39,0)',
} as const satisfies Columns<OpenTotalRow>
