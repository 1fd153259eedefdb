import type { OutlierRule } from '../../contracts/rules/outliers.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/** How many readings of one day stand out by a rule: the day's rows of `outlier`, counted as they come and go. */
export interface OutlierTotalRow {
  day: DayNumber
  rule: OutlierRule
  outliers: number
}

export const outlierTotalColumns = {
  day: 'bigint',
  rule: 'text',
  outliers: 'bigint',
} as const satisfies Columns<OutlierTotalRow>
