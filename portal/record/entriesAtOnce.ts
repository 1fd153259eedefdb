import { type CompiledQuery, sql } from 'kysely'
import type { BillingEvent } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { tableOf } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import type { Entry } from './entry.ts'
import { columnsOf, eventNames } from './eventOfRow.ts'

/** Which entries of one account are wanted. */
export interface Wanted {
  readonly account: Hex
  readonly names: readonly EventName[]
}

/** How many rows there were, and the sum of Postgres's numbers of who wrote them: another where one was altered. */
export interface Version {
  readonly rows: number
  readonly writers: number
}

/**
 * Entries of some accounts by one statement, whichever tables hold them, each account's in the order of `seq`. Accounts are
 * compared one by one: for a list of them Postgres would plan anew each time, which takes longer than to read.
 */
export const entriesAtOnce = async (
  db: Ledger,
  wanted: readonly Wanted[],
): Promise<{ readonly entries: Entry[]; readonly version: Version }> => {
  if (wanted.length === 0) return { entries: [], version: { rows: 0, writers: 0 } }
  const branches = branchesOf(wanted)
  const { rows } = await db.executeQuery<Row>(statementFor(db, branches))
  const entries = rows.map((row) => entryOf(row, branches[row.branch] as Branch))
  const writers = rows.reduce((sum, { writer }) => sum + writer, 0)
  return { entries: entries.sort((a, b) => a.seq - b.seq), version: { rows: rows.length, writers } }
}

/** The version of those rows as they are now. */
export const versionNow = async (db: Ledger, wanted: readonly Wanted[]): Promise<Version> => {
  const counted = branchesOf(wanted).map(
    ({ account, table }) => sql`
      select count(*) as rows, coalesce(sum(xmin::text::bigint), 0) as writers
      from ${sql.table(table)} where account = ${bytesOf(account)}`,
  )
  const counts = sql<{ rows: number; writers: bigint }>`(${sql.join(counted, all)})`
  const { rows, writers } = await db
    .selectFrom(counts.as('version'))
    .select(({ fn }) => [fn.sum('rows').as('rows'), fn.sum('writers').as('writers')])
    .executeTakeFirstOrThrow()
  return { rows: Number(rows), writers: Number(writers) }
}

const all = sql` union all `

/** One table of events, read for one account. */
interface Branch extends Shape {
  readonly account: Hex
}

const branchesOf = (wanted: readonly Wanted[]): Branch[] =>
  wanted.flatMap(({ account, names }) => names.map((name) => ({ ...shapes[name], account })))

/** Where an event's fields stand in a statement over several tables: columns of a type share a place. */
interface Shape {
  readonly name: EventName
  readonly table: (typeof tableOf)[EventName]
  readonly fields: readonly Field[]
}

interface Field {
  readonly field: string
  readonly column: string
  readonly type: Type
  /** Its type and how many of that type the event has before it. */
  readonly place: string
}

const absent = {
  bigint: sql`null::bigint`,
  numeric: sql`null::numeric`,
  boolean: sql`null::boolean`,
  bytea: sql`null::text`,
} as const
type Type = keyof typeof absent

const shapeOf = (name: EventName): Shape => {
  const before = new Map<Type, number>()
  const fields = columnsOf[name].map(({ field, column, type: declared }): Field => {
    const type = /^[a-z]+/.exec(declared)?.[0] as Type
    const count = before.get(type) ?? 0
    before.set(type, count + 1)
    return { field, column, type, place: `${type}_${count}` }
  })
  return { name, table: tableOf[name], fields }
}

const shapes = Object.fromEntries(eventNames.map((name) => [name, shapeOf(name)])) as Readonly<
  Record<EventName, Shape>
>

type Row = Readonly<Record<string, unknown>> & {
  readonly branch: number
  readonly writer: number
  readonly seq: number
  readonly block_number: number
  readonly log_index: number
  readonly block_timestamp: number
  readonly transaction_hash: string
  readonly transaction_sender: string
}

/** Statements are compiled once for each list of tables: there are five. */
const compiled = new Map<string, CompiledQuery>()

const statementFor = (db: Ledger, branches: readonly Branch[]) => {
  const key = branches.map(({ table }) => table).join()
  const known = compiled.get(key) ?? compile(db, branches)
  compiled.set(key, known)
  const parameters = branches.map(({ account }) => bytesOf(account))
  return { ...known, parameters } as Parameters<typeof db.executeQuery<Row>>[0]
}

const compile = (db: Ledger, branches: readonly Branch[]): CompiledQuery => {
  const types = new Map(
    branches.flatMap(({ fields }) => fields.map(({ place, type }) => [place, type])),
  )
  const selects = branches.map(({ account, table, fields }, i) => {
    const values = [...types].map(([place, type]) => {
      const found = fields.find((field) => field.place === place)
      return found === undefined ? absent[type] : valueOf(found)
    })
    return sql`
      select ${sql.lit(i)}, seq, block_number, transaction_index, log_index, xmin::text::bigint,
        ${sql.join(values)}
      from ${sql.table(table)} where account = ${bytesOf(account)}`
  })
  const columns = sql.join([...types.keys()].map((place) => sql.ref(place)))
  return db
    .selectFrom(
      sql<Row & { transaction_index: number }>`(${sql.join(selects, all)})`.as<'entry'>(sql`
        entry (branch, seq, block_number, transaction_index, log_index, writer, ${columns})`),
    )
    .innerJoin('block', 'block.number', 'entry.block_number')
    .innerJoin('transaction', (join) =>
      join
        .onRef('transaction.block_number', '=', 'entry.block_number')
        .onRef('transaction.transaction_index', '=', 'entry.transaction_index'),
    )
    .selectAll('entry')
    .select('block.timestamp as block_timestamp')
    .select([
      hex('transaction.hash').as('transaction_hash'),
      hex('transaction.sender').as('transaction_sender'),
    ])
    .compile()
}

const valueOf = ({ column, type }: Field) => (type === 'bytea' ? hex(column) : sql.ref(column))

/** Bytes as the text that they become anyway. */
const hex = (column: string) => sql<string>`encode(${sql.ref(column)}, 'hex')`

const entryOf = (row: Row, { name, account, fields: shape }: Branch): Entry => {
  const fields: Record<string, unknown> = {}
  for (const { field, place, type } of shape)
    fields[field] = type === 'bytea' ? `0x${row[place] as string}` : row[place]
  return {
    ...({ name, account, seq: row.seq, fields } as unknown as BillingEvent),
    at: {
      block: row.block_number,
      transaction: `0x${row.transaction_hash}`,
      logIndex: row.log_index,
      sender: `0x${row.transaction_sender}`,
      timestamp: row.block_timestamp,
    },
  }
}
