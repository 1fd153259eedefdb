import type { BillingEvent } from '../../contracts/events/codec.ts'
import { hexOf } from '../../contracts/events/hex.ts'
import { type EventName, type Layout, layouts } from '../../contracts/events/layouts.ts'
import { entryColumns } from '../../migrations/columns.ts'
import { type EntryKind, entryTables, tableOf } from '../../migrations/tables.ts'

/** A row of a table of events, as it comes from Postgres. */
export type EventRow = Readonly<Record<string, unknown>> & {
  readonly account: Uint8Array
  readonly seq: number
}

/** The event that made this row: the row's columns under the names of IBilling.sol. */
export const eventOfRow = (name: EventName, row: EventRow): BillingEvent => {
  const fields: Record<string, unknown> = {}
  for (const { field, column } of columnsOf[name]) {
    const value = row[column]
    fields[field] = value instanceof Uint8Array ? hexOf(value) : value
  }
  return { name, account: hexOf(row.account), seq: row.seq, fields } as unknown as BillingEvent
}

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
