import type { Paise } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/** What an account owes: derived, and worked out anew when the account has entries. */
export interface AccountBalanceRow {
  account: Uint8Array
  /** Of the account's newest terms; 0 without any. */
  category: number
  /** As its newest entry that moved money says it; negative is a credit, 0 before the first. */
  balance_paise: Paise
}

export const accountBalanceColumns = {
  account: 'bytea',
  category: 'bigint',
  balance_paise: 'numeric(39,0)',
} as const satisfies Columns<AccountBalanceRow>
