import type { Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `PaymentReversed`. A receipt taken back, such as a bounced cheque. */
export interface PaymentReversalRow extends EntryRow {
  receipt_reference: Uint8Array
  amount_paise: Paise
  channel: number
  reason: number
  balance_paise: Paise
}

export const paymentReversalColumns = {
  ...entryColumns,
  receipt_reference: 'bytea',
  amount_paise: 'numeric(20,0)',
  channel: 'bigint',
  reason: 'bigint',
  balance_paise: 'numeric(20,0)',
} as const satisfies Columns<PaymentReversalRow>
