import type { Paise } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `PaymentMade`. One instalment. `channel`: 0 native, 1 cash, 2 UPI, 3 bank, 4 card. */
export interface PaymentRow extends EntryRow {
  payer: Uint8Array
  amount_paise: Paise
  channel: number
  receipt_reference: Uint8Array
  balance_paise: Paise
}

export const paymentColumns = {
  ...entryColumns,
  payer: 'bytea',
  amount_paise: 'numeric(20,0)',
  channel: 'bigint',
  receipt_reference: 'bytea',
  balance_paise: 'numeric(20,0)',
} as const satisfies Columns<PaymentRow>
