import { sql, type Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '../../migrations/connect.ts'
import {
  DatabaseNewer,
  migrate,
  NotMigrated,
  renewRoleUrls,
  requireMigrated,
} from '../../migrations/migrate.ts'
import { steps } from '../../migrations/steps.ts'
import { createEmptyDatabase } from '../machine/postgres.ts'

const open = (url: string) => connect(url) as unknown as Kysely<never>

test('a second run does no harm', async () => {
  await using database = await createEmptyDatabase()
  expect((await migrate(database.url)).taken).toEqual(Object.keys(steps))
  await using db = open(database.url)
  await sql`insert into account values ('\\x01', 'A', 1)`.execute(db)
  expect((await migrate(database.url)).taken).toEqual([])
  const { rows } = await sql`select code from account`.execute(db)
  expect(rows).toEqual([{ code: 'A' }])
})

test('concurrent installs are fine: one takes the steps, the others wait and find them taken', async () => {
  await using database = await createEmptyDatabase()
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)))
  expect(results.flatMap((result) => result.taken)).toEqual(Object.keys(steps))
})

test('a database newer than the code is refused with both named', async () => {
  await using database = await createEmptyDatabase()
  const { roles } = await migrate(database.url)
  await using db = open(database.url)
  await sql`insert into kysely_migration values ('9999_later', now()::text)`.execute(db)
  await expect(migrate(database.url)).rejects.toThrow(DatabaseNewer)
  await expect(migrate(database.url)).rejects.toThrow(
    new RegExp(`9999_later.*${Object.keys(steps).at(-1)}`),
  )
  const { writer } = await renewRoleUrls(database.url, roles)
  await using writerDb = connect(writer)
  await expect(requireMigrated(writerDb)).rejects.toThrow(DatabaseNewer)
})

test('a program that uses the database is told to migrate it first', async () => {
  await using database = await createEmptyDatabase()
  await using db = connect(database.url)
  await expect(requireMigrated(db)).rejects.toThrow(NotMigrated)
  await migrate(database.url)
  await requireMigrated(db)
})
