import { layouts } from '../../contracts/events/layouts.ts'
import { dayInIndia, formatDay } from '../../contracts/rules/day.ts'
import type { EntryKind } from '../../migrations/tables.ts'
import type { Cell } from '../list/csv.ts'
import type { Row } from '../list/listExport.ts'
import type { Entry } from './entry.ts'
import { entryJson, fieldName } from './entryJson.ts'
import { eventOfTable } from './events.ts'

const places = [
  'recordedDay',
  'block',
  'logIndex',
  'transaction',
  'sender',
  'account',
  'accountId',
  'seq',
]

/** Columns of a list of entries: where each stands, then its fields; in one cell where the list is of several kinds. */
export const entryColumns = (kind: EntryKind | undefined): readonly string[] =>
  kind === undefined
    ? [...places, 'event', 'fields']
    : [...places, ...layouts[eventOfTable(kind)].map(([field, word]) => fieldName(field, word))]

/** One entry as a row of such a list. `recordedDay` is that of its block. */
export const entryRow = (entry: Entry, kind: EntryKind | undefined): Row => {
  const { fields, ...place } = entryJson(entry)
  return {
    ...place,
    recordedDay: formatDay(dayInIndia(entry.at.timestamp)),
    ...(kind === undefined ? { fields: JSON.stringify(fields) } : (fields as Record<string, Cell>)),
  }
}
