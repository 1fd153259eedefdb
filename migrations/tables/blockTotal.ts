import type { Paise } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/**
 * What one block's entries of one kind (named as their table) add up to: computed from that block's rows, stored and removed
 * with them. `amount_paise` sums the kind's amount (a revision's difference, a charge's charge), 0 where it has none.
 */
export interface BlockTotalRow {
  block_number: number
  kind: string
  entries: number
  amount_paise: Paise
}

export const blockTotalColumns = {
  block_number: 'integer',
  kind: 'text',
  entries: 'integer',
  amount_paise: 'numeric(39,0)',
} as const satisfies Columns<BlockTotalRow>
