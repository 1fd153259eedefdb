import { entryTables, type EntryKind } from '../../migrations/tables.ts'
import { lists } from '../ledger/lists.ts'
import type { Markup } from '../markup.ts'
import { kindWords } from './eventWords.ts'
import { listWords } from './list.ts'
import { t } from './t.ts'

/** How many entries of a kind a key recorded: "Adjustment: 12". Readings by their own kinds, as the ledger's lists have them. */
export const actedWords = (kind: string, entries: number): Markup => {
  const list = lists.find(({ id, reading }) => id === kind && reading !== undefined)
  const what =
    list !== undefined ? listWords(list) : kind in entryTables ? kindWords(kind as EntryKind) : kind
  return t('actors.counted', { what, entries })
}
