import type { Paise, Wh } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/** What a tariff charged in all: derived, moves with the blocks. Of a corrected bill its last correction's charges alone. */
export interface TariffTotalRow {
  tariff: number
  /** Parts of bills. */
  parts: number
  wh: Wh
  charge_paise: Paise
}

export const tariffTotalColumns = {
  tariff: 'bigint',
  parts: 'bigint',
  wh: 'numeric(39,0)',
  charge_paise: 'numeric(39,0)',
} as const satisfies Columns<TariffTotalRow>
