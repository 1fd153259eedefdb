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
  const fields = Object.fromEntries(
    columnsOf[name].map(({ field, column }) => {
      const value = row[column]
      return [field, value instanceof Uint8Array ? hexOf(value) : value]
    }),
  )
  return { name, account: hexOf(row.account), seq: row.seq, fields } as unknown as BillingEvent
}

export const eventNames = Object.keys(layouts) as EventName[]

const nameOf = Object.fromEntries(eventNames.map((name) => [tableOf[name], name])) as Record<
  EntryKind,
  EventName
>

/** The event whose rows this table holds. */
export const eventOfTable = (kind: EntryKind): EventName => nameOf[kind]

/** A table holds its event's words as columns, in the same order, after those that every entry has. */
const columnsOf = Object.fromEntries(
  eventNames.map((name) => {
    const columns = Object.keys(entryTables[tableOf[name]]).slice(Object.keys(entryColumns).length)
    const words: Layout = layouts[name]
    return [name, words.map(([field], i) => ({ field, column: columns[i] ?? field }))]
  }),
) as Record<EventName, { field: string; column: string }[]>
