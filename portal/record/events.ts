import { type EventName, type Layout, layouts } from '../../contracts/events/layouts.ts'
import { entryColumns } from '../../migrations/columns.ts'
import { type EntryKind, entryTables, tableOf } from '../../migrations/tables.ts'

export const eventNames = Object.keys(layouts) as EventName[]

/** Events of a category or of the ledger itself: no account of a consumer ever has one. */
const general: ReadonlySet<EventName> = new Set([
  'RateSet',
  'RateWithdrawn',
  'PeriodClosed',
  'RoleChanged',
  'TreasurySwept',
])

/** Events of consumers' accounts. */
export const accountEvents = eventNames.filter((name) => !general.has(name))

const nameOf = Object.fromEntries(eventNames.map((name) => [tableOf[name], name])) as Record<
  EntryKind,
  EventName
>

/** The event whose rows this table holds. */
export const eventOfTable = (kind: EntryKind): EventName => nameOf[kind]

/** A field of an event, and the column that holds it. */
export interface EventColumn {
  readonly field: string
  readonly column: string
  /** In Postgres, as columns.ts tells it. */
  readonly type: string
}

/** A table holds its event's words as columns, in the same order, after those that every entry has. */
export const columnsOf = Object.fromEntries(
  eventNames.map((name) => {
    const columns = Object.entries(entryTables[tableOf[name]])
    const own = columns.slice(Object.keys(entryColumns).length)
    const words: Layout = layouts[name]
    return [
      name,
      words.map(([field], i): EventColumn => {
        const [column = field, type = ''] = own[i] ?? []
        return { field, column, type }
      }),
    ]
  }),
) as unknown as Record<EventName, readonly EventColumn[]>
