import { CompiledQuery } from 'kysely'
import type { ReadonlyCompiledQuery } from 'kysely/readonly'
import type { BillingEvent } from '../../contracts/events/codec.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { readInt8, readNumeric } from '../../migrations/connect.ts'
import { tableOf } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import type { Entry } from './entry.ts'
import { columnsOf, eventNames } from './events.ts'

/** How entries are asked for. */
export interface Asked {
  readonly names: readonly EventName[]
  /** What stands before the statement's `select`. */
  readonly before?: string
  /** Which rows of an event's table, as what follows `from`. */
  readonly rows: (table: string, name: EventName) => string
  /** A number that comes with each row, as SQL. */
  readonly tag: string
}

/**
 * A statement for entries of several events. It answers one text, a line an entry: for a row each, with a column for each field
 * that any event has, the driver takes longer than Postgres, and for a statement an event both do.
 */
export const linesOf = ({ names, before = '', rows, tag }: Asked): string => {
  const branches = names.map(
    (name, i) => `
      select ${i}, ${tag}, seq, block_number, transaction_index, log_index,
        concat_ws(' ', ${shapes[name].fields.map(({ said }) => said).join()})
      from ${rows(`"${tableOf[name]}"`, name)}`,
  )
  return `${before}select string_agg(
      concat_ws(' ', event, tag, seq, block_number, log_index, block.timestamp,
        ${hex('transaction.hash')}, ${hex('transaction.sender')}, fields), chr(10)) as lines
    from (${branches.join(' union all ')})
      entry (event, tag, seq, block_number, transaction_index, log_index, fields)
    inner join block on block.number = entry.block_number
    inner join transaction using (block_number, transaction_index)`
}

/** Writes a statement once for each list of events: there are few. */
export const writtenOnce = (
  write: (names: readonly EventName[]) => string,
): ((names: readonly EventName[]) => string) => {
  const written = new Map<string, string>()
  return (names) => {
    const key = names.join()
    const known = written.get(key)
    if (known !== undefined) return known
    const statement = write(names)
    written.set(key, statement)
    return statement
  }
}

/** An entry, and what its row was tagged with. */
export interface Line {
  readonly entry: Entry
  readonly tag: number
}

/** Runs a statement that `linesOf` made. `accountOf` tells whose an entry is, by its tag. */
export const readLines = async (
  db: Ledger,
  statement: string,
  parameters: readonly unknown[],
  names: readonly EventName[],
  accountOf: (tag: number) => Hex,
): Promise<Line[]> => {
  const query = CompiledQuery.raw(statement, [...parameters]) as ReadonlyCompiledQuery<{
    lines: string | null
  }>
  const { rows } = await db.executeQuery(query)
  const lines = rows[0]?.lines?.split('\n') ?? []
  return lines.map((line) => {
    const words = line.split(' ')
    const tag = readInt8(words[TAG] as string)
    const name = names[Number(words[EVENT])] as EventName
    return { entry: entryOf(words, accountOf(tag), shapes[name]), tag }
  })
}

/** A line's words before those of its event. */
const [EVENT, TAG, SEQ, BLOCK, LOG_INDEX, TIMESTAMP, TRANSACTION, SENDER, FIELDS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
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

/** An event, and how its fields are said by Postgres and read here. */
interface Shape {
  readonly name: EventName
  readonly fields: readonly Field[]
}

interface Field {
  readonly field: string
  /** SQL of a value without a space in it. */
  readonly said: string
  readonly read: (word: string) => unknown
}

const fieldOf: Readonly<Record<string, (column: string) => Omit<Field, 'field'>>> = {
  bigint: (column) => ({ said: column, read: readInt8 }),
  numeric: (column) => ({ said: column, read: readNumeric }),
  boolean: (column) => ({ said: column, read: (word) => word === 't' }),
  bytea: (column) => ({ said: hex(column), read: (word) => word }),
}

const hex = (bytes: string) => `'0x' || encode(${bytes}, 'hex')`

const shapeOf = (name: EventName): Shape => ({
  name,
  fields: columnsOf[name].map(({ field, column, type: declared }) => {
    const [type = ''] = /^[a-z]+/.exec(declared) ?? []
    const how = fieldOf[type]
    // A word that is missing would move those after it.
    if (how === undefined || declared.endsWith(' null'))
      throw new Error(`Column ${column} is of type ${declared}: say how it is read.`)
    return { field, ...how(`"${column}"`) }
  }),
})

const shapes = Object.fromEntries(eventNames.map((name) => [name, shapeOf(name)])) as Readonly<
  Record<EventName, Shape>
>
