import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import type { Columns } from '../columns.ts'

/**
 * `due`: what is asked by a day. `held`: what an open dispute holds back, which has no day (0). `credit`: what no bill of
 * the account asks for (bill 0, day 0).
 */
export type OpenKind = 'due' | 'held' | 'credit'

/** A sum that an account has open, by the rules of its pool: derived, and worked out anew when the account has entries. */
export interface OpenSumRow {
  account: Uint8Array
  kind: OpenKind
  /** 0: opening arrears. */
  bill: number
  due_day: DayNumber
  /** Of the account's newest terms; 0 without any. */
  category: number
  amount_paise: Paise
}

export const openSumColumns = {
  account: 'bytea',
  kind: 'text',
  bill: 'bigint',
  due_day: 'bigint',
  category: 'bigint',
  amount_paise: 'numeric(39,0)',
} as const satisfies Columns<OpenSumRow>
