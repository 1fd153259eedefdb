import type { Columns } from '../columns.ts'

/** An index that a first load goes without, to be built behind it. */
export interface DeferredIndexRow {
  name: string
  table_name: string
  is_primary: boolean
  /** The statement that makes it. */
  definition: string
}

export const deferredIndexColumns = {
  name: 'text',
  table_name: 'text',
  is_primary: 'boolean',
  definition: 'text',
} as const satisfies Columns<DeferredIndexRow>
