import type { EventName } from '../../contracts/events/layouts.ts'
import type { EntryKind } from '../../migrations/tables.ts'
import { eventOfTable } from '../record/events.ts'
import { plain } from './t.ts'

/** What each kind of entry is called, where a list or a filter names it. */
export const eventWords = (name: EventName): string => plain(`kind.${name}`)

/** The same by the table that holds such entries. */
export const kindWords = (kind: EntryKind): string => eventWords(eventOfTable(kind))
