import { CompiledQuery } from 'kysely'
import type { ReadonlyCompiledQuery } from 'kysely/readonly'
import type { BillingEvent } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { readInt8, readNumeric } from '../../migrations/connect.ts'
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

export const sumOf = (one: Version, other: Version): Version => ({
  rows: one.rows + other.rows,
  writers: one.writers + other.writers,
})

/**
 * Entries of an account by one statement, whichever tables hold them, in the order of `seq`. They come as one text, a line an
 * entry: for a row each, with a column for each field that any event has, the driver takes longer than Postgres.
 */
export const entriesAtOnce = async (
  db: Ledger,
  wanted: Wanted,
): Promise<{ readonly entries: Entry[]; readonly version: Version }> => {
  const row = await askOf<{ lines: string | null }>(db, wanted, reading, linesOf)
  const lines = row?.lines?.split('\n') ?? []
  const { account, names } = wanted
  const entries: Entry[] = []
  let writers = 0
  for (const line of lines) {
    const words = line.split(' ')
    writers += readInt8(words[WRITER] as string)
    entries.push(entryOf(words, account, shapes[names[Number(words[0])] as EventName]))
  }
  return {
    entries: entries.sort((a, b) => a.seq - b.seq),
    version: { rows: lines.length, writers },
  }
}

/** The version of those rows as they are now. */
export const versionOfEntries = async (db: Ledger, wanted: Wanted): Promise<Version> =>
  (await askOf<Version>(db, wanted, counting, countsOf)) ?? { rows: 0, writers: 0 }

/** A line's words before those of its event. */
const [WRITER, SEQ, BLOCK, LOG_INDEX, TIMESTAMP, TRANSACTION, SENDER, FIELDS] = [
  1, 2, 3, 4, 5, 6, 7, 8,
] as const

const entryOf = (words: readonly string[], account: Hex, { name, fields: shape }: Shape): Entry => {
  const word = (at: number) => words[at] as string
  const fields: Record<string, unknown> = {}
  for (const [i, { field, read }] of shape.entries()) fields[field] = read(word(FIELDS + i))
  return {
    ...({ name, account, seq: readInt8(word(SEQ)), fields } as unknown as BillingEvent),
    at: {
      block: readInt8(word(BLOCK)),
      transaction: word(TRANSACTION) as Hex,
      logIndex: readInt8(word(LOG_INDEX)),
      sender: word(SENDER) as Hex,
      timestamp: readInt8(word(TIMESTAMP)),
    },
  }
}

/** An event's table, and how its fields are said and read. */
interface Shape {
  readonly name: EventName
  readonly fields: readonly Field[]
}

interface Field {
  readonly field: string
  /** As a value without a space in it. */
  readonly said: string
  readonly read: (word: string) => unknown
}

const fieldOf: Readonly<Record<string, (column: string) => Omit<Field, 'field'>>> = {
  bigint: (column) => ({ said: `"${column}"`, read: readInt8 }),
  numeric: (column) => ({ said: `"${column}"`, read: readNumeric }),
  boolean: (column) => ({ said: `"${column}"`, read: (word) => word === 't' }),
  bytea: (column) => ({ said: hex(`"${column}"`), read: (word) => word }),
}

const hex = (bytes: string) => `'0x' || encode(${bytes}, 'hex')`

const shapeOf = (name: EventName): Shape => ({
  name,
  fields: columnsOf[name].map(({ field, column, type: declared }) => {
    const [type = ''] = /^[a-z]+/.exec(declared) ?? []
    const how = fieldOf[type]
    if (how === undefined)
      throw new Error(`Column ${column} is of type ${declared}: say how it is read.`)
    return { field, ...how(column) }
  }),
})

const shapes = Object.fromEntries(eventNames.map((name) => [name, shapeOf(name)])) as Readonly<
  Record<EventName, Shape>
>

/** Each statement is written once for each list of events: there are three. */
const reading = new Map<string, string>()
const counting = new Map<string, string>()

const askOf = async <Row>(
  db: Ledger,
  { account, names }: Wanted,
  known: Map<string, string>,
  write: (names: readonly EventName[]) => string,
): Promise<Row | undefined> => {
  const key = names.join()
  const text = known.get(key) ?? write(names)
  known.set(key, text)
  const statement = CompiledQuery.raw(text, [bytesOf(account)]) as ReadonlyCompiledQuery<Row>
  return (await db.executeQuery(statement)).rows[0]
}

const linesOf = (names: readonly EventName[]): string => {
  const branches = names.map(
    (name, i) => `
      select ${i}, xmin, seq, block_number, transaction_index, log_index,
        concat_ws(' ', ${shapes[name].fields.map(({ said }) => said).join()})
      from "${tableOf[name]}" where account = $1`,
  )
  return `select string_agg(
      concat_ws(' ', branch, writer, seq, block_number, log_index, block.timestamp,
        ${hex('transaction.hash')}, ${hex('transaction.sender')}, fields), chr(10)) as lines
    from (${branches.join(' union all ')})
      entry (branch, writer, seq, block_number, transaction_index, log_index, fields)
    inner join block on block.number = entry.block_number
    inner join transaction using (block_number, transaction_index)`
}

const countsOf = (names: readonly EventName[]): string => {
  const branches = names.map(
    (name) => `select xmin::text::bigint from "${tableOf[name]}" where account = $1`,
  )
  return `select count(*) as rows, coalesce(sum(writer), 0)::bigint as writers
    from (${branches.join(' union all ')}) entry (writer)`
}
