import type { DayNumber, Watt } from '../../contracts/rules/units.ts'
import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `AgreementProposed`. Terms the board proposed; a newer proposal replaces a waiting one. */
export interface AgreementProposalRow extends EntryRow {
  category: number
  load_w: Watt
  cycle: number
  instalments: number
  days_to_pay: number
  first_day: DayNumber
  consumer_key: Uint8Array
  terms_hash: Uint8Array
  by: Uint8Array
}

export const agreementProposalColumns = {
  ...entryColumns,
  category: 'bigint',
  load_w: 'numeric(20,0)',
  cycle: 'bigint',
  instalments: 'bigint',
  days_to_pay: 'bigint',
  first_day: 'bigint',
  consumer_key: 'bytea',
  terms_hash: 'bytea',
  by: 'bytea',
} as const satisfies Columns<AgreementProposalRow>
