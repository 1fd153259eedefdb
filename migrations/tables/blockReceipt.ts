import type { Paise } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/**
 * What was received and what was taken back in one block by one channel: computed from that block's rows, stored and
 * removed with them. `day` is the block's, in India.
 */
export interface BlockReceiptRow {
  block_number: number
  channel: number
  day: number
  received: number
  received_paise: Paise
  returned: number
  returned_paise: Paise
}

export const blockReceiptColumns = {
  block_number: 'integer',
  channel: 'bigint',
  day: 'bigint',
  received: 'integer',
  received_paise: 'numeric(39,0)',
  returned: 'integer',
  returned_paise: 'numeric(39,0)',
} as const satisfies Columns<BlockReceiptRow>
