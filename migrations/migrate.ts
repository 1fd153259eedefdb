import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { connect, createClient } from './connect.ts'
import { ensureRoles, renewPassword, type RoleNames } from './roles.ts'
import type { Tables } from './tables.ts'
import { steps } from './steps.ts'

/** Any number will do, as long as nobody else here uses it. */
const MIGRATION_LOCK = 20_482_001

export interface MigrationResult {
  /** Names of the steps taken now; none where the schema was up to date. */
  taken: string[]
  roles: RoleNames
}

/**
 * Brings a database up to this code's schema and its roles up to their rights. Concurrent runs wait for one another; a second
 * run changes nothing. Refuses a database that is newer than the code.
 * @param url The owner's connection string.
 */
export const migrate = async (url: string): Promise<MigrationResult> => {
  const lock = createClient(url, { name: 'wattledger migrations lock' })
  await lock.connect()
  lock.on('error', () => {})
  const db = connect(url, { name: 'wattledger migrations', max: 1 }) as unknown as Kysely<never>
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await refuseNewer(db)
    const { error, results = [] } = await new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(steps) },
    }).migrateToLatest()
    if (error !== undefined) throw error
    const roles = await ensureRoles(db, await databaseOf(db))
    return { taken: results.map((result) => result.migrationName), roles }
  } catch (error) {
    if (isPgError(error, '42501')) throw new OwnerMayNot(error.message, { cause: error })
    throw error
  } finally {
    await db.destroy()
    await lock.end()
  }
}

/** New passwords for both roles, in the connection strings that use them. */
export const renewRoleUrls = async (ownerUrl: string, roles: RoleNames) => {
  const db = connect(ownerUrl, { name: 'wattledger roles', max: 1 }) as unknown as Kysely<never>
  try {
    return {
      writer: urlAs(ownerUrl, roles.writer, await renewPassword(db, roles.writer)),
      reader: urlAs(ownerUrl, roles.reader, await renewPassword(db, roles.reader)),
    }
  } finally {
    await db.destroy()
  }
}

/** Throws unless the database has exactly this code's schema; for programs that use it and may not change it. */
export const requireMigrated = async (db: Kysely<Tables>): Promise<void> => {
  const done = await executedSteps(db as unknown as Kysely<never>)
  refuseUnknown(done)
  const missing = Object.keys(steps).filter((name) => !done.includes(name))
  if (missing.length > 0) throw new NotMigrated(missing)
}

const refuseNewer = async (db: Kysely<never>) => refuseUnknown(await executedSteps(db))

const refuseUnknown = (done: string[]) => {
  const known = Object.keys(steps)
  const unknown = done.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new DatabaseNewer(unknown.at(-1) ?? '', known.at(-1) ?? '')
}

const executedSteps = async (db: Kysely<never>): Promise<string[]> => {
  const { rows } = await sql<{ name: string | null }>`
    select to_regclass('kysely_migration')::text as name
  `.execute(db)
  if (rows[0]?.name == null) return []
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    db,
  )
  return done.rows.map((row) => row.name)
}

const databaseOf = async (db: Kysely<never>) => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return rows[0]?.name ?? ''
}

const urlAs = (url: string, user: string, password: string) => {
  const result = new URL(url)
  result.username = encodeURIComponent(user)
  result.password = password
  return result.href
}

const isPgError = (error: unknown, code: string): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && error.code === code

/** The database knows steps that this code does not. */
export class DatabaseNewer extends Error {
  readonly databaseStep: string
  readonly codeStep: string

  constructor(databaseStep: string, codeStep: string) {
    super(
      `The database's schema (${databaseStep}) is newer than this code's (${codeStep}): run the newer wattledger, or name another database in DATABASE_URL.`,
    )
    this.name = 'DatabaseNewer'
    this.databaseStep = databaseStep
    this.codeStep = codeStep
  }
}

/** The code knows steps that the database has not taken. */
export class NotMigrated extends Error {
  readonly missing: string[]

  constructor(missing: string[]) {
    super(`The database lacks the steps ${missing.join(', ')}: run node migrations/main.ts first.`)
    this.name = 'NotMigrated'
    this.missing = missing
  }
}

/** The owner lacks a right that the schema or its roles need. */
export class OwnerMayNot extends Error {
  constructor(detail: string, options: ErrorOptions) {
    super(
      `DATABASE_URL's user lacks a right (${detail}): it must own the database and may need CREATEROLE for the writer and reader roles.`,
      options,
    )
    this.name = 'OwnerMayNot'
  }
}
