import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

const { INT8, NUMERIC } = pg.types.builtins

/**
 * How our connections read a value: int8 (ids, counts, days) as `number`, numeric (paise, Wh) as `bigint`, the rest as pg
 * does. Set on each connection, never process-wide, so nobody else's money turns into something else.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format !== 'binary' && oid === INT8) return readInt8
    if (format !== 'binary' && oid === NUMERIC) return readNumeric
    return pg.types.getTypeParser(oid, format)
  },
}

export interface ConnectOptions {
  /** Connections kept at most; 10 unless told. */
  max?: number
  /** Shown by Postgres beside the connection. */
  name?: string
}

/** A pool that reads int8 as `number` and numeric as `bigint`. A lost idle connection is not an error: the next query opens another. */
export const createPool = (url: string, { max = 10, name = 'wattledger' }: ConnectOptions = {}) => {
  const pool = new pg.Pool({ connectionString: url, max, application_name: name, types })
  pool.on('error', () => {})
  // One lost in the middle of a query fails that query, and says so once more, to nobody: that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** A single connection of the same reading; the caller connects, listens for `error`, and ends it. */
export const createClient = (url: string, { name = 'wattledger' }: ConnectOptions = {}) =>
  new pg.Client({ connectionString: url, application_name: name, types })

/** The database as Kysely sees it. `destroy()` or `await using` closes its pool. */
export const connect = (url: string, options: ConnectOptions = {}): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: createPool(url, options) }) })

/** An int8 as Postgres writes it. Throws `UnreadableNumber`. */
export function readInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new UnreadableNumber('int8', text)
  return value
}

/** A numeric without a fraction as Postgres writes it. Throws `UnreadableNumber`. */
export function readNumeric(text: string): bigint {
  if (!/^-?\d+$/.test(text)) throw new UnreadableNumber('numeric', text)
  return BigInt(text)
}

/** A value that the schema has no place for, such as an average's fraction. */
export class UnreadableNumber extends Error {
  readonly type: string
  readonly value: string

  constructor(type: string, value: string) {
    super(
      `Postgres answered ${type} ${value}, which is no whole number that fits: cast it in the query, to text or float8.`,
    )
    this.name = 'UnreadableNumber'
    this.type = type
    this.value = value
  }
}
