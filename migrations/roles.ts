import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/** Tables whose rows the writer may add, move away and, for a chain that lost its state, remove. */
const REWRITABLE = sql`all tables in schema public`

export interface RoleNames {
  writer: string
  reader: string
}

/** Roles belong to the whole cluster, so their names carry the database's. */
export const roleNames = (database: string): RoleNames => ({
  writer: `${database}_writer`,
  reader: `${database}_reader`,
})

/**
 * Makes the two roles where they are missing and grants anew what each may do: the writer rows but no tables, and of orphaned
 * rows only more (and indexes only by two functions, 0007); the reader SELECT alone, within a time limit. Harmless to repeat.
 */
export const ensureRoles = async (db: Kysely<never>, database: string): Promise<RoleNames> => {
  const names = roleNames(database)
  const [writer, reader] = [sql.id(names.writer), sql.id(names.reader)]
  for (const name of [names.writer, names.reader]) {
    const found = await sql`select 1 from pg_roles where rolname = ${name}`.execute(db)
    if (found.rows.length === 0) await sql`create role ${sql.id(name)} login`.execute(db)
  }
  await sql`revoke all on database ${sql.id(database)} from public`.execute(db)
  await sql`grant connect on database ${sql.id(database)} to ${writer}, ${reader}`.execute(db)
  await sql`revoke create on schema public from public`.execute(db)
  await sql`grant usage on schema public to ${writer}, ${reader}`.execute(db)
  await sql`revoke all on all tables in schema public from ${writer}, ${reader}`.execute(db)
  await sql`grant select on all tables in schema public to ${writer}, ${reader}`.execute(db)
  await sql`grant insert, update, delete on ${REWRITABLE} to ${writer}`.execute(db)
  await sql`revoke update, delete on orphan from ${writer}`.execute(db)
  await sql`
    revoke insert, update, delete on kysely_migration, kysely_migration_lock, deferred_index from ${writer}
  `.execute(db)
  await sql`
    grant execute on function defer_indexes(), build_indexes(text[]), attach_indexes() to ${writer}
  `.execute(db)
  await sql`alter role ${reader} set default_transaction_read_only = on`.execute(db)
  await sql`alter role ${reader} set statement_timeout = '5s'`.execute(db)
  await sql`alter role ${reader} set idle_in_transaction_session_timeout = '10s'`.execute(db)
  await forbidLargeObjects(db)
  return names
}

/** Gives a role a new random password and returns it. */
export const renewPassword = async (db: Kysely<never>, role: string): Promise<string> => {
  const password = randomBytes(24).toString('base64url')
  await sql`alter role ${sql.id(role)} password ${sql.lit(password)}`.execute(db)
  return password
}

/**
 * Anyone may make large objects, the one write that needs no table. Only a superuser can take that right away, as the
 * embedded database's owner is; elsewhere the reader's read-only default is what holds.
 */
const forbidLargeObjects = async (db: Kysely<never>) => {
  const { rows } = await sql<{ may: boolean }>`
    select rolsuper as may from pg_roles where rolname = current_user
  `.execute(db)
  if (rows[0]?.may !== true) return
  await sql`
    revoke execute on function
      lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), lo_put(oid, bigint, bytea), lowrite(integer, bytea)
    from public
  `.execute(db)
}
