import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import pg from 'pg'
import { createPool } from '../migrations/connect.ts'
import type { Tables } from '../migrations/tables.ts'

/** The ledger's tables, for reading only: a write doesn't compile, and the role could not do it. */
export type Ledger = ReadonlyKysely<Tables>

const CONNECT_TIMEOUT_MS = 3_000

/**
 * Opens the ledger as the reader role, whose statements the server ends after 5 s. Connections are made when a page needs
 * one, so a portal can start before Postgres does.
 */
export const openLedger = (readerUrl: string): Ledger & AsyncDisposable => {
  const pool = createPool(readerUrl, { name: 'wattledger portal' })
  pool.options.connectionTimeoutMillis = CONNECT_TIMEOUT_MS
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: watched(pool) }) })
  return Object.assign(db as unknown as Ledger, {
    [Symbol.asyncDispose]: () => db.destroy(),
  })
}

/** Runs `read` in one read-only transaction, so that all numbers of a page are of the same moment. */
export const snapshot = <T>(db: Ledger, read: (db: Ledger) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)

/** The pool, telling a lost connection (no error of the server's own) from a statement that failed. */
const watched = (pool: pg.Pool) => ({
  options: pool.options,
  end: () => pool.end(),
  connect: async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect().catch(asLost)
    return clientOf(client)
  },
})

const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()

const clientOf = (client: pg.PoolClient): PostgresPoolClient => {
  const known = clients.get(client)
  if (known !== undefined) return known
  const made = {
    release: (destroy?: boolean) => client.release(destroy),
    query: (sql: string, parameters: readonly unknown[]) =>
      client.query(sql, [...parameters]).catch(asLost),
  } as unknown as PostgresPoolClient
  clients.set(client, made)
  return made
}

/** SQLSTATE classes in which the server says that it can't serve now: connection, resources, operator. */
const lostClasses = new Set(['08', '53', '57'])
const QUERY_CANCELED = '57014'

const asLost = (cause: unknown): never => {
  if (!(cause instanceof pg.DatabaseError)) throw new DatabaseLost({ cause })
  if (cause.code === QUERY_CANCELED) throw new StatementTooLong({ cause })
  if (lostClasses.has(cause.code?.slice(0, 2) ?? '')) throw new DatabaseLost({ cause })
  throw cause
}

/** Postgres is not there, or does not serve now. */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost'
  constructor(options: ErrorOptions) {
    super(
      'The database does not answer: check that Postgres runs, then load the page again.',
      options,
    )
  }
}

/** The statement ran into its time limit. */
export class StatementTooLong extends Error {
  override readonly name = 'StatementTooLong'
  constructor(options: ErrorOptions) {
    super(
      'The database took longer over this page than it may: ask for less, or try again in a minute.',
      options,
    )
  }
}
