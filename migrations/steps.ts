import type { Migration } from 'kysely/migration'
import * as chain from './steps/0001_chain.ts'
import * as entries from './steps/0002_entries.ts'
import * as entryView from './steps/0003_entry_view.ts'

/** Every step of the schema, in order. A step that was released is never edited: the next one changes what it made. */
export const steps: Record<string, Migration> = {
  '0001_chain': chain,
  '0002_entries': entries,
  '0003_entry_view': entryView,
}
