import type { Columns } from '../columns.ts'

/**
 * A consumer's account, from its first entry on. Its `code` need not be unique: the CLI refuses one that is taken, but the
 * contract can't, so a page that finds two accounts under one code must say so.
 */
export interface AccountRow {
  account: Uint8Array
  code: string
  /** Block of its first entry. */
  block_number: number
}

export const accountColumns = {
  account: 'bytea',
  code: 'text',
  block_number: 'integer',
} as const satisfies Columns<AccountRow>
