import { entryColumns, type Columns, type EntryRow } from '../columns.ts'

/** `RoleChanged`. A role granted or taken away. */
export interface RoleChangeRow extends EntryRow {
  role: Uint8Array
  holder: Uint8Array
  granted: boolean
  by: Uint8Array
}

export const roleChangeColumns = {
  ...entryColumns,
  role: 'bytea',
  holder: 'bytea',
  granted: 'boolean',
  by: 'bytea',
} as const satisfies Columns<RoleChangeRow>
