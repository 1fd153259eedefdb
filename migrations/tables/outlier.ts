import type { OutlierRule } from '../../contracts/rules/outliers.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/**
 * A reading that stands out by a rule of `contracts/rules/outliers.ts`: derived, worked out anew when its account has entries, and
 * gone with its block. `measured` and `expected` are in the rule's unit.
 */
export interface OutlierRow {
  account: Uint8Array
  /** Of the reading. */
  seq: number
  rule: OutlierRule
  bill: number
  block_number: number
  log_index: number
  /** Of the block. */
  day: DayNumber
  measured: bigint
  expected: bigint
}

export const outlierColumns = {
  account: 'bytea',
  seq: 'bigint',
  rule: 'text',
  bill: 'bigint',
  block_number: 'integer',
  log_index: 'integer',
  day: 'bigint',
  measured: 'numeric(39,0)',
  expected: 'numeric(39,0)',
} as const satisfies Columns<OutlierRow>
