import type { Columns } from '../columns.ts'

/** A transaction in which the contract said something. `recipient` is null where it created a contract. */
export interface TransactionRow {
  hash: Uint8Array
  block_number: number
  transaction_index: number
  sender: Uint8Array
  recipient: Uint8Array | null
}

export const transactionColumns = {
  hash: 'bytea',
  block_number: 'integer',
  transaction_index: 'integer',
  sender: 'bytea',
  recipient: 'bytea null',
} as const satisfies Columns<TransactionRow>
