import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { DatabaseUnavailable } from '../../indexer/store/databaseErrors.ts'
import { dealTables } from '../../indexer/store/indexes.ts'
import { openStore } from '../../indexer/store/store.ts'
import { RefusedRows } from '../../indexer/alarms.ts'
import { connect, createClient } from '../../migrations/connect.ts'
import { entryTables } from '../../migrations/tables.ts'
import { createDatabase } from '../machine/postgres.ts'
import { batchAt, hashOf, manifest } from './paymentBlocks.ts'

type Database = ReturnType<typeof connect>

const indexes = async (db: Database) => {
  const { rows } = await sql<{ indexdef: string }>`
    select indexdef from pg_indexes where schemaname = 'public' order by indexdef
  `.execute(db)
  const { rows: constraints } = await sql<{ text: string }>`
    select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as text from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'p' order by 1
  `.execute(db)
  return [...rows.map(({ indexdef }) => indexdef), ...constraints.map(({ text }) => text)]
}

const derived = async (db: Database) => ({
  days: await db.selectFrom('day_total').selectAll().orderBy('kind').execute(),
  receipts: await db.selectFrom('block_receipt').selectAll().orderBy('block_number').execute(),
  stale: await db.selectFrom('stale_account').selectAll().execute(),
})

/** What is derived from blocks 1 to 6, where they were stored as they came. */
const derivedStraight = async () => {
  await using database = await createDatabase()
  await using db = connect(database.readerUrl)
  await using store = await openStore(database.writerUrl, manifest)
  await store.append(batchAt(1, 6))
  return await derived(db)
}

test('a backfill stores rows first; broken off and taken up again, it ends with the same indexes and derived rows', async () => {
  await using database = await createDatabase()
  await using db = connect(database.readerUrl)
  const before = await indexes(db)
  {
    await using first = await openStore(database.writerUrl, manifest)
    await first.append(batchAt(1, 2), true)
    await first.append(batchAt(3, 4), true)
    expect(first.isUnsettled()).toBe(true)
    expect(await indexes(db)).not.toEqual(before)
    expect(await derived(db)).toEqual({ days: [], receipts: [], stale: [] })
  }
  await using second = await openStore(database.writerUrl, manifest)
  expect(second.isUnsettled()).toBe(true)
  await second.append(batchAt(5, 6))
  expect(second.isUnsettled()).toBe(false)
  expect(await indexes(db)).toEqual(before)
  expect(await derived(db)).toEqual(await derivedStraight())
})

test('every table whose indexes wait is one builder’s, and two that build the same ones make them once', async () => {
  await using database = await createDatabase()
  await using db = connect(database.readerUrl)
  const before = await indexes(db)
  await using store = await openStore(database.writerUrl, manifest)
  await store.append(batchAt(1, 6), true)
  const [first, second] = [createClient(database.writerUrl), createClient(database.writerUrl)]
  await Promise.all([first.connect(), second.connect()])
  const tables = (await dealTables(first)).flat()
  expect(tables.toSorted()).toEqual(Object.keys(entryTables).toSorted())
  await first.query('begin')
  const build = 'select build_indexes($1)'
  await first.query(build, [tables])
  const waiting = second.query(build, [tables.toReversed()])
  await first.query('commit')
  await waiting
  await Promise.all([first.end(), second.end()])
  await store.settle()
  expect(await indexes(db)).toEqual(before)
})

test('one that was paused in a backfill and wakes up after another took over writes nothing, and the other ends it', async () => {
  await using database = await createDatabase()
  await using db = connect(database.readerUrl)
  const before = await indexes(db)
  await using paused = await openStore(database.writerUrl, manifest)
  await paused.append(batchAt(1, 2), true)
  await using other = await openStore(database.writerUrl, manifest)
  await expect(paused.append(batchAt(3, 4), true)).rejects.toThrow(DatabaseUnavailable)
  await expect(paused.settle()).rejects.toThrow(DatabaseUnavailable)
  expect(await derived(db)).toEqual({ days: [], receipts: [], stale: [] })
  await other.append(batchAt(3, 6), true)
  await other.settle()
  expect(await indexes(db)).toEqual(before)
  expect(await derived(db)).toEqual(await derivedStraight())
})

test('a branch that replaces blocks in the middle of a backfill takes nothing off that was not added', async () => {
  await using database = await createDatabase()
  await using db = connect(database.readerUrl)
  await using store = await openStore(database.writerUrl, manifest)
  await store.append(batchAt(1, 3), true)
  await store.replace({ number: 1, hash: hashOf('1') }, batchAt(2, 2, 'b'))
  const { days, receipts } = await derived(db)
  expect(days.map(({ kind, entries }) => [kind, entries])).toEqual([
    ['account', 1],
    ['payment', 2],
  ])
  expect(receipts.map(({ block_number }) => block_number)).toEqual([1, 2])
})

test('the same entry twice in a backfill is refused at its end, and is never settled', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  const twice = batchAt(1, 1)
  await store.append(twice, true)
  await using owner = connect(database.url)
  await sql`insert into payment select * from payment`.execute(owner)
  await expect(store.settle()).rejects.toThrow(RefusedRows)
  expect(store.isUnsettled()).toBe(true)
})
