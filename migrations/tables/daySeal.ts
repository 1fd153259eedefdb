import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/** How many blocks of one day in India a key sealed: derived, moves with the blocks. */
export interface DaySealRow {
  day: DayNumber
  sealer: Uint8Array
  blocks: number
}

export const daySealColumns = {
  day: 'bigint',
  sealer: 'bytea',
  blocks: 'bigint',
} as const satisfies Columns<DaySealRow>
