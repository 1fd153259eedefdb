import pg from 'pg'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect, createPool } from '../../migrations/connect.ts'
import { createDatabase, createEmptyDatabase } from '../machine/postgres.ts'

test('counts and days are read as numbers, amounts and energy as bigints, whole', async () => {
  await using database = await createDatabase()
  await using db = connect(database.url)
  const { rows } = await sql`
    select 4294967295::bigint as count, 18446744073709551615::numeric(20) as wh,
      -170141183460469231731687303715884105728::numeric(39) as total, sum(x) as sum
    from generate_series(1, 3) x
  `.execute(db)
  expect(rows).toEqual([{ count: 4294967295, wh: 2n ** 64n - 1n, total: -(2n ** 127n), sum: 6 }])
})

test('a fraction is refused rather than rounded', async () => {
  await using database = await createEmptyDatabase()
  await using db = connect(database.url)
  await expect(sql`select 0.5::numeric`.execute(db)).rejects.toThrow('cast it in the query')
  await expect(sql`select 9007199254740993::bigint`.execute(db)).rejects.toThrow('9007199254740993')
})

test("nobody else's connections are changed", async () => {
  await using database = await createEmptyDatabase()
  await createPool(database.url).end()
  const client = new pg.Client(database.url)
  await client.connect()
  const { rows } = await client.query('select 1::bigint as count, 2::numeric as amount')
  await client.end()
  expect(rows).toEqual([{ count: '1', amount: '2' }])
})
