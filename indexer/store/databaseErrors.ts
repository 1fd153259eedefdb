import pg from 'pg'

/** Postgres is gone, restarting, full or out of connections: nothing half written, and worth trying again. */
export class DatabaseUnavailable extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what} What is stored is whole; the indexer goes on when Postgres does.`, { cause })
    this.name = 'DatabaseUnavailable'
  }
}

const DISK_FULL = '53100'

/** SQLSTATE classes that pass: connection lost, resources, operator's intervention, serialization, system. */
const PASSING = ['08', '53', '57', '40', '58']

/**
 * What an error of Postgres means to us: `DatabaseUnavailable` where it passes, else the error itself. What is no
 * `DatabaseError` but a bare `Error` is of the connection: pg and the socket below it throw no other.
 */
export const understood = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  if (error.constructor === Error || error.constructor === AggregateError)
    return new DatabaseUnavailable(
      `The connection to Postgres broke (${error.message || String(Reflect.get(error, 'code'))}).`,
      error,
    )
  if (!(error instanceof pg.DatabaseError)) return error
  if (error.code === DISK_FULL)
    return new DatabaseUnavailable(
      `Postgres's disk is full (${error.message}): free some space.`,
      error,
    )
  if (PASSING.includes(error.code?.slice(0, 2) ?? ''))
    return new DatabaseUnavailable(`Postgres can't take it now (${error.message}).`, error)
  return error
}

/** Whether Postgres refused the rows themselves: a key twice, a value out of range, a null. */
export const isRefusal = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && ['22', '23'].includes(error.code?.slice(0, 2) ?? '')

/** Does something with Postgres; its errors come out understood. */
export const withPostgres = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw understood(error)
  }
}
