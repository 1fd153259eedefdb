import { createHash } from 'node:crypto'
import { Kysely, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import pg from 'pg'
import { createPool } from '../migrations/connect.ts'
import type { Tables } from '../migrations/tables.ts'
import { OneTextEach } from './oneTextEach.ts'

/** The ledger's tables, for reading only: a write doesn't compile, and the role could not do it. */
export type Ledger = ReadonlyKysely<Tables>

const CONNECT_TIMEOUT_MS = 3_000
/** A new connection has no plans yet: its first pages take 30 ms longer. pg would close one that rested for 10 s. */
const KEPT_MS = 600_000

/**
 * Opens the ledger as the reader role, whose statements the server ends after 5 s. Connections are made when a page needs
 * one, so a portal can start before Postgres does.
 */
export const openLedger = (readerUrl: string): Ledger & AsyncDisposable => {
  const pool = createPool(readerUrl, { name: 'wattledger portal' })
  pool.options.connectionTimeoutMillis = CONNECT_TIMEOUT_MS
  pool.options.idleTimeoutMillis = KEPT_MS
  return ledgerOn(watched(pool))
}

/** The ledger through any pool that looks like pg's. */
export const ledgerOn = (pool: PostgresPool): Ledger & AsyncDisposable => {
  const db = new Kysely<Tables>({
    dialect: new OneTextEach({ pool }),
  })
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
      run(client, sql, parameters).catch(asLost),
  } as unknown as PostgresPoolClient
  clients.set(client, made)
  return made
}

/** Runs one statement. By a callback: where pg makes the promise itself, results outlive many a garbage collection. */
export const run = (
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    client.query(statement(sql, parameters), (error: Error | null, result) =>
      error === null ? resolve(result) : reject(error),
    )
  })

/**
 * A statement under a name of its own text, so that a connection keeps its plan: planning the view of all entries takes
 * ten times as long as reading a page of it.
 */
const statement = (text: string, parameters: readonly unknown[]): pg.QueryConfig => {
  const values = [...parameters]
  if (!isKept(text)) return { text, values }
  return { name: nameOf(text), text, values }
}

/** A transaction's begin and end have no plan. */
const isKept = (text: string) => /^(select|with) /.test(text)

const names = new Map<string, string>()

/** Statements differ by what pages ask, not by what people type or by how many of something there are: there are some hundreds. */
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/**
 * SQLSTATE classes in which the server says that it can't serve now: connection, rollback (a deadlock with the indexer, while
 * it builds its indexes), resources, operator.
 */
const lostClasses = new Set(['08', '40', '53', '57'])
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
