import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../migrations/connect.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'

const FORBIDDEN = '42501'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const tryAs = async (url: string, statements: string[]) => {
  const client = createClient(url)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
    return 'done'
  } catch (error) {
    return (error as { code?: string }).code
  } finally {
    await client.end()
  }
}

const writes = [
  `insert into account values ('\\x01', 'A', 1)`,
  `update block set number = 1`,
  `delete from payment`,
  `truncate bill`,
  `merge into account using (select 1) s on true when matched then delete`,
  `copy account from stdin`,
  `select * from block for update`,
  `lock table block in access exclusive mode`,
  `create table mine (a integer)`,
  `create temporary table mine (a integer)`,
  `create view mine as select 1`,
  `create schema mine`,
  `create function mine() returns integer language sql as 'select 1'`,
  `alter table block add column mine integer`,
  `drop view entry`,
  `create index mine on block (timestamp)`,
  `comment on table block is 'mine'`,
  `select nextval(pg_get_serial_sequence('orphan', 'id'))`,
  `create role mine`,
]

test.each(writes)('the reader may not: %s', async (statement) => {
  // Even where it lifts the read-only default that its role begins with.
  const lifted = ['set default_transaction_read_only = off', 'begin read write', statement]
  expect(await tryAs(database.readerUrl, lifted)).toBe(FORBIDDEN)
})

test.each(['lo_create(0)', 'lo_creat(-1)', `lo_from_bytea(0, '\\x00')`])(
  'the reader may not make a large object by %s',
  async (call) => {
    const outcome = await tryAs(database.readerUrl, ['begin read write', `select ${call}`])
    expect(outcome).toBe(FORBIDDEN)
  },
)

test('the reader begins read-only and with a time limit', async () => {
  expect(await tryAs(database.readerUrl, [`select pg_sleep(0.01)`])).toBe('done')
  expect(await tryAs(database.readerUrl, ['create temporary table mine (a integer)'])).toMatch(
    /^(25006|42501)$/,
  )
  const client = createClient(database.readerUrl)
  await client.connect()
  const { rows } = await client.query('show statement_timeout')
  await client.end()
  expect(rows).toEqual([{ statement_timeout: '5s' }])
})

test('the reader sees every table and the view', async () => {
  const selects = ['entry', 'block', 'orphan', 'checkpoint', 'indexer_status', 'rate', 'payment']
  expect(
    await tryAs(
      database.readerUrl,
      selects.map((name) => `select * from ${name}`),
    ),
  ).toBe('done')
})

test('the writer stores and removes rows', async () => {
  expect(
    await tryAs(database.writerUrl, [
      `insert into account values ('\\x01', 'A', 1)`,
      `update account set code = 'B'`,
      `delete from account`,
      `insert into orphan (table_name, block_number, block_hash, row) values ('bill', 1, '\\x01', '{}')`,
    ]),
  ).toBe('done')
})

test.each([
  `create table mine (a integer)`,
  `alter table block add column mine integer`,
  `drop table payment`,
  `truncate payment`,
  `create index mine on block (timestamp)`,
  `update orphan set block_number = 2`,
  `delete from orphan`,
  `insert into kysely_migration values ('x', 'y')`,
])('the writer may not: %s', async (statement) => {
  expect(await tryAs(database.writerUrl, [statement])).toBe(FORBIDDEN)
})
