import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/**
 * What the entries of one day in India add up to, by kind: the sum of its blocks' totals, and beside them how many readings
 * were `manual`, `estimated` and `final`. Moves with the blocks.
 */
export interface DayTotalRow {
  day: DayNumber
  kind: string
  entries: number
  amount_paise: Paise
}

export const dayTotalColumns = {
  day: 'bigint',
  kind: 'text',
  entries: 'bigint',
  amount_paise: 'numeric(39,0)',
} as const satisfies Columns<DayTotalRow>
