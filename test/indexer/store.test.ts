import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { CheckpointMoved, openStore } from '../../indexer/store/store.ts'
import { DatabaseUnavailable } from '../../indexer/store/databaseErrors.ts'
import { connect } from '../../migrations/connect.ts'
import { startServer } from '../../migrations/embedded/server.ts'
import { migrate, renewRoleUrls } from '../../migrations/migrate.ts'
import { freePort } from '../machine/freePort.ts'
import { createDatabase } from '../machine/postgres.ts'
import { bytesOf } from '../../contracts/events/hex.ts'
import { batchAt, hashOf, manifest } from './paymentBlocks.ts'

test('a writer that does not know the present checkpoint writes nothing', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  await store.append(batchAt(1, 2))
  await using db = connect(database.url)
  // As another indexer would have moved it.
  await db
    .updateTable('checkpoint')
    .set({ block_number: 3, block_hash: hashOf('3') })
    .execute()
  await expect(store.append(batchAt(3, 4))).rejects.toThrow(CheckpointMoved)
  await expect(store.replace({ number: 1, hash: hashOf('1') }, batchAt(2, 3, 'b'))).rejects.toThrow(
    CheckpointMoved,
  )
  const seqs = await db.selectFrom('payment').select('seq').orderBy('seq').execute()
  expect(seqs).toEqual([{ seq: 1 }, { seq: 2 }])
  expect(await db.selectFrom('orphan').selectAll().execute()).toEqual([])
})

test('who takes over ends the connection of who was before, even in the middle of a transaction', async () => {
  await using database = await createDatabase()
  await using first = await openStore(database.writerUrl, manifest)
  await using second = await openStore(database.writerUrl, manifest)
  await expect(first.append(batchAt(1, 1))).rejects.toThrow(DatabaseUnavailable)
  await second.append(batchAt(1, 1))
  expect(second.checkpoint().number).toBe(1)
})

test('a branch that loses, wins and loses again is kept each time', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  await store.append(batchAt(1, 3))
  const ancestor = { number: 1, hash: hashOf('1') }
  expect(await store.replace(ancestor, batchAt(2, 4, 'b'))).toBe(6)
  expect(await store.replace(ancestor, batchAt(2, 4))).toBe(9)
  expect(await store.replace(ancestor, batchAt(2, 4, 'b'))).toBe(9)
  await using db = connect(database.readerUrl)
  const orphans = await db
    .selectFrom('orphan')
    .select(['block_number', 'block_hash'])
    .where('table_name', '=', 'payment')
    .orderBy('id')
    .execute()
  const branches = [
    ['', [2, 3]],
    ['b', [2, 3, 4]],
    ['', [2, 3, 4]],
  ] as const
  expect(orphans).toEqual(
    branches.flatMap(([branch, numbers]) =>
      numbers.map((number) => ({
        block_number: number,
        block_hash: Buffer.from(hashOf(`${branch}${number}`)),
      })),
    ),
  )
  const blocks = await db.selectFrom('block').select('hash').orderBy('number').execute()
  expect(blocks.map(({ hash }) => hash)).toEqual(
    ['1', 'b2', 'b3', 'b4'].map((name) => Buffer.from(hashOf(name))),
  )
  expect(await store.knownHash(3)).toEqual(Buffer.from(hashOf('b3')))
  expect(await store.knownHash(9)).toBeNull()
})

test('what accounts owe, have open and what came by day is what the rows make it, also after a reorg', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  await using db = connect(database.readerUrl)
  const derived = async () => {
    while ((await store.workOut()) > 0);
    return {
      balances: await db
        .selectFrom('account_balance')
        .select(['category', 'balance_paise'])
        .execute(),
      sums: await db.selectFrom('open_sum').select(['kind', 'bill', 'amount_paise']).execute(),
      totals: await db.selectFrom('open_total').select(['kind', 'sums', 'amount_paise']).execute(),
      days: await db.selectFrom('day_total').selectAll().orderBy('kind').execute(),
      actors: await db.selectFrom('actor_total').selectAll().execute(),
      receipts: await db
        .selectFrom('block_receipt')
        .select(['block_number', 'day', 'channel', 'received', 'received_paise'])
        .orderBy('block_number')
        .execute(),
    }
  }
  const receipt = (block_number: number) => ({
    block_number,
    day: dayInIndia(1_700_000_000),
    channel: 0,
    received: 1,
    received_paise: 100n,
  })
  const opened = { day: receipt(1).day, kind: 'account', entries: 1, amount_paise: 0n }
  await store.append(batchAt(1, 3))
  expect(await derived()).toEqual({
    balances: [{ category: 0, balance_paise: -300n }],
    sums: [{ kind: 'credit', bill: 0, amount_paise: 300n }],
    totals: [{ kind: 'credit', sums: 1, amount_paise: 300n }],
    days: [opened, { day: receipt(1).day, kind: 'payment', entries: 3, amount_paise: 300n }],
    actors: [{ sender: Buffer.from(bytesOf(manifest.contract)), kind: 'payment', entries: 3 }],
    receipts: [1, 2, 3].map(receipt),
  })
  await store.replace({ number: 1, hash: hashOf('1') }, batchAt(2, 2, 'b'))
  expect(await derived()).toEqual({
    balances: [{ category: 0, balance_paise: -200n }],
    sums: [{ kind: 'credit', bill: 0, amount_paise: 200n }],
    totals: [{ kind: 'credit', sums: 1, amount_paise: 200n }],
    days: [opened, { day: receipt(1).day, kind: 'payment', entries: 2, amount_paise: 200n }],
    actors: [{ sender: Buffer.from(bytesOf(manifest.contract)), kind: 'payment', entries: 2 }],
    receipts: [1, 2].map(receipt),
  })
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattledger-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a Postgres that stops and starts again is told from a mistake, and nothing is lost or doubled', async () => {
  const port = await freePort()
  let server = await startServer({ folder, port, database: 'wattledger' })
  try {
    const { roles } = await migrate(server.url)
    const { writer } = await renewRoleUrls(server.url, roles)
    await using first = await openStore(writer, manifest)
    await first.append(batchAt(1, 5))
    await server.stop()
    await expect(first.append(batchAt(6, 7))).rejects.toThrow(DatabaseUnavailable)
    await expect(openStore(writer, manifest)).rejects.toThrow(/connection to Postgres broke/)
    server = await startServer({ folder, port, database: 'wattledger' })
    await using second = await openStore(writer, manifest)
    expect(second.checkpoint().number).toBe(5)
    await second.append(batchAt(6, 7))
    await using db = connect(server.url)
    const { length } = await db.selectFrom('payment').selectAll().execute()
    expect(length).toBe(7)
  } finally {
    await server.stop()
  }
})
