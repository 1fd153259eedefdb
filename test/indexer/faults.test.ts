import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { ZeroHash } from 'ethers'
import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { connect, createClient } from '../../migrations/connect.ts'
import { startServer } from '../../migrations/embedded/server.ts'
import { migrate, renewRoleUrls } from '../../migrations/migrate.ts'
import { startLedger, type Ledger } from '../contracts/ledger.ts'
import { deployEmitter, emission } from '../machine/emitter.ts'
import { freePort } from '../machine/freePort.ts'
import { startLyingNode, type RpcAnswer } from '../machine/lyingNode.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { fillLedger, manifestOf, pay, untilIndexed } from './chain.ts'
import { startIndexer } from './indexer.ts'
import { headsOf, storedEntries } from './rows.ts'

let ledger: Ledger
let database: TestDatabase
let db: ReturnType<typeof connect>
let manifest: Manifest
let account: string

beforeAll(async () => {
  ledger = await startLedger()
  account = (await fillLedger(ledger))[0] ?? ''
  manifest = await manifestOf(ledger)
})
afterAll(() => ledger[Symbol.asyncDispose]())

beforeEach(async () => {
  database = await createDatabase()
  db = connect(database.url)
})
afterEach(async () => {
  await db.destroy()
  await database[Symbol.asyncDispose]()
})

const start = (change: Partial<Manifest> = {}, rpcUrl = ledger.url, env = {}) =>
  startIndexer({ manifest: { ...manifest, ...change }, database, rpcUrl, env })

const checkpoint = async () =>
  (await db.selectFrom('checkpoint').select('block_number').executeTakeFirst())?.block_number

/** The rows are whole and the chain's own: every account's head folded from them is the contract's. */
const expectChainsRows = async (from = db) => {
  await untilIndexed(from, ledger)
  const entries = await storedEntries(from)
  for (const [id, head] of headsOf(entries))
    expect(await ledger.account(id)).toMatchObject({ head })
  return entries
}

test('a reorg moves the old rows to orphan and stores the new ones', async () => {
  await using indexer = await start()
  await indexer.caughtUp
  await pay(ledger, account, 100)
  const { hash, block } = await pay(ledger, account, 111)
  await untilIndexed(db, ledger)
  const dropped = await db.selectFrom('block').selectAll().where('number', '=', block).execute()

  await ledger.provider.send('anvil_reorg', [2, []])
  await pay(ledger, account, 222)
  const entries = await expectChainsRows()
  const paid = entries.flatMap(({ fields }) => ('payer' in fields ? [fields['amount']] : []))
  expect(paid.slice(-3)).toEqual([200_000n, 200_000n, 22_200n])
  const orphans = await db.selectFrom('orphan').selectAll().orderBy('id').execute()
  expect(orphans.filter((row) => row.table_name === 'payment').map((row) => row.row)).toMatchObject(
    [{ amount_paise: 10_000 }, { amount_paise: 11_100 }],
  )
  expect(orphans.find((row) => row.table_name === 'payment' && row.block_number === block)).toEqual(
    expect.objectContaining({ block_hash: dropped[0]?.hash }),
  )
  const transactions = orphans.filter((row) => row.table_name === 'transaction')
  expect(transactions.map((row) => row.row)).toContainEqual(
    expect.objectContaining({ hash: hash.replace('0x', '\\x') }),
  )
  const totals = await db
    .selectFrom('block_total')
    .select(['kind', 'amount_paise'])
    .where('block_number', '>=', block - 1)
    .execute()
  expect(totals).toEqual([{ kind: 'payment', amount_paise: 22_200n }])
})

test('an embedded anvil that lost its newest blocks is indexed again from the start, and that is said', async () => {
  const snapshot = await ledger.snapshot()
  await pay(ledger, account, 100)
  await using indexer = await start()
  await indexer.caughtUp
  await ledger.restore(snapshot)
  const entries = await expectChainsRows()
  expect(indexer.errors()).toContain('indexing it again from the start')
  expect(entries.some(({ fields }) => fields['amount'] === 10_000n)).toBe(false)
})

test('another chain’s node is refused before anything is stored', async () => {
  const genesisHash: Hex = `0x${'ab'.repeat(32)}`
  await using indexer = await start({ genesisHash })
  const { code, errors } = await indexer.ended
  expect(code).toBe(3)
  expect(errors).toContain('of another chain')
  expect(await storedEntries(db)).toEqual([])
})

test('another contract’s database is refused, and stays as it is', async () => {
  const first = await start()
  await first.caughtUp
  await first.stop()
  const before = await storedEntries(db)
  const contract: Hex = `0x${'cd'.repeat(20)}`
  await using indexer = await start({ contract, chain: 'geth' })
  const { code, errors } = await indexer.ended
  expect(code).toBe(3)
  expect(errors).toContain(manifest.contract)
  expect(errors).toContain(contract)
  expect(await storedEntries(db)).toEqual(before)
})

test('an anvil’s database follows the next anvil’s manifest, a sealed chain’s does not', async () => {
  const contract: Hex = `0x${'cd'.repeat(20)}`
  const first = await start({ contract })
  await first.caughtUp
  await first.stop()
  const second = await start()
  await second.caughtUp
  expect(second.errors()).toContain('indexing it again from the start')
  await second.stop()
  await db
    .updateTable('block')
    .set({ sealer: Buffer.alloc(20, 1) })
    .execute()
  await using third = await start({ contract })
  expect((await third.ended).code).toBe(3)
  await expectChainsRows()
})

test('a log that does not decode halts it, naming block, log and topic', async () => {
  const emitter = (await deployEmitter(ledger.wallet('stranger'))) as Hex
  const stranger = ledger.wallet('stranger')
  await (await stranger.sendTransaction(emission(emitter, [7, 8, 9], 64))).wait()
  const head = await ledger.provider.getBlockNumber()
  await using indexer = await start({ contract: emitter })
  const { code, errors } = await indexer.ended
  expect(code).toBe(6)
  expect(errors).toContain(`Block ${head}, log 0, topic 0x${'7'.padStart(64, '0')}`)
  expect(await db.selectFrom('block').selectAll().execute()).toEqual([])
})

test('a node that leaves out a log is caught, and nothing of that block is stored', async () => {
  await using node = await startLyingNode(ledger.url)
  await using indexer = await start({}, node.url)
  await indexer.caughtUp
  const honest = await checkpoint()
  node.behave(async ({ calls, honest: ask }) => {
    const answers = await ask()
    return answers.map((answer) =>
      calls.find(({ id }) => id === answer.id)?.method === 'eth_getBlockReceipts'
        ? withoutLogs(answer)
        : answer,
    )
  })
  await pay(ledger, account, 100)
  const { code, errors } = await indexer.ended
  expect(code).toBe(7)
  expect(errors).toMatch(/ALARM UnprovenReceipts.*left out or altered/)
  expect(await checkpoint()).toBe(honest)
})

const withoutLogs = (answer: RpcAnswer): RpcAnswer => ({
  ...answer,
  result: (answer.result as object[]).map((receipt) => ({ ...receipt, logs: [] })),
})

test('a node that answers with a web page, hangs up or is gone is waited for', async () => {
  await using node = await startLyingNode(ledger.url)
  await using indexer = await start({}, node.url)
  await indexer.caughtUp
  const health = await indexer.health()
  const bad = [{ body: '<html>Bad gateway</html>' }, 'reset', { body: '[{"jsonrpc":' }] as const
  for (const reply of bad) {
    node.behave(() => reply)
    await expect
      .poll(async () => (await fetch(`${health}/ready`)).status, { timeout: 60_000 })
      .toBe(503)
    const { reason } = (await (await fetch(`${health}/ready`)).json()) as { reason: string }
    expect(reason).toMatch(/waiting: The node at .* did not answer/)
    await pay(ledger, account, 10)
    node.behave(undefined)
    await expect
      .poll(async () => (await fetch(`${health}/ready`)).status, { timeout: 60_000 })
      .toBe(200)
    await expectChainsRows()
  }
})

test('killed in the middle of a transaction it leaves nothing half written, and the next doubles nothing', async () => {
  const blocker = createClient(database.url)
  await blocker.connect()
  // Its rows come after those of other tables, so the transaction stands still half done.
  await blocker.query('begin; lock table payment in access exclusive mode')
  const first = await start()
  await expect
    .poll(
      async () =>
        (
          await sql`
            select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like 'copy%'
          `.execute(db)
        ).rows.length,
      { timeout: 20_000 },
    )
    .toBe(1)
  first.kill('SIGKILL')
  await first.ended
  await blocker.query('rollback')
  await blocker.end()
  expect(await storedEntries(db)).toEqual([])
  expect(await checkpoint()).toBe(0)
  await using second = await start()
  await second.caughtUp
  await expectChainsRows()
})

test('killed at any moment, again and again, it ends up with every row once', async () => {
  await using node = await startLyingNode(ledger.url)
  // Slow enough to be killed at every stage.
  node.behave(async ({ honest }) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    return honest()
  })
  for (let kill = 0; kill < 8; kill++) {
    const indexer = await start({}, node.url)
    const pays = pay(ledger, account, kill + 1)
    await indexer.health()
    await new Promise((resolve) => setTimeout(resolve, 40 * kill))
    indexer.kill('SIGKILL')
    await Promise.all([indexer.ended, pays])
  }
  await using last = await start({}, node.url)
  await last.caughtUp
  const entries = await expectChainsRows()
  expect(new Set(entries.map((entry) => `${entry.account} ${entry.seq}`)).size).toBe(entries.length)
})

test('a second indexer waits for the lock, takes over, and the paused first one can’t write', async () => {
  await using first = await start()
  await first.caughtUp
  await using second = await start()
  await expect.poll(() => second.errors(), { timeout: 20_000 }).toContain('another indexer holds')
  expect((await fetch(`${await second.health()}/ready`)).status).toBe(503)

  first.kill('SIGSTOP')
  await pay(ledger, account, 100)
  // What the machine's end, or a cut cable, would do for it.
  const admin = createClient(database.url)
  await admin.connect()
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wattledger indexer lock'
     and pid = (select pid from pg_locks where locktype = 'advisory' and granted and database =
       (select oid from pg_database where datname = current_database()) limit 1)`,
  )
  await admin.end()
  const released = performance.now()
  await second.caughtUp
  expect(performance.now() - released).toBeLessThan(5_000)
  await expectChainsRows()
  const stored = await checkpoint()

  await pay(ledger, account, 200)
  first.kill('SIGCONT')
  await expect
    .poll(() => first.errors(), { timeout: 20_000 })
    .toMatch(/lock was lost|connection to Postgres broke|terminating connection/)
  await expect.poll(() => first.errors(), { timeout: 20_000 }).toContain('another indexer holds')
  await expectChainsRows()
  expect(await checkpoint()).toBe((stored ?? 0) + 1)

  expect(await second.stop()).toBe(0)
  await pay(ledger, account, 300)
  await expectChainsRows()
})

test('a Postgres that is killed and started again is waited for, and nothing is lost or doubled', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wattledger-killed-'))
  const options = { folder, port: await freePort(), database: 'wattledger' }
  let server = await startServer(options)
  const { roles } = await migrate(server.url)
  const { writer } = await renewRoleUrls(server.url, roles)
  const indexer = await startIndexer({
    manifest,
    database: { writerUrl: writer },
    rpcUrl: ledger.url,
  })
  try {
    await indexer.caughtUp
    const lines = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(lines[0]), 'SIGKILL')
    await pay(ledger, account, 100)
    await expect.poll(() => indexer.errors(), { timeout: 20_000 }).toMatch(/Postgres|lock was lost/)
    server = await startServer(options)
    await using own = connect(server.url)
    await expectChainsRows(own)
  } finally {
    await indexer[Symbol.asyncDispose]()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a full disk is told in a sentence, waited out, and leaves nothing half written', async () => {
  // What Postgres says when it can't extend a file.
  await createTrigger(
    `raise exception using errcode = '53100', message = 'could not extend file "base/1/2": No space left on device';`,
  )
  await using indexer = await start()
  await expect.poll(() => indexer.errors(), { timeout: 20_000 }).toContain('disk is full')
  expect(await storedEntries(db)).toEqual([])
  await dropTrigger()
  await indexer.caughtUp
  await expectChainsRows()
})

test('rows that Postgres refuses are an alarm, not a loop', async () => {
  await createTrigger(`raise exception using errcode = '23505', message = 'duplicate key';`)
  await using indexer = await start()
  const { code, errors } = await indexer.ended
  expect(code).toBe(9)
  expect(errors).toMatch(/ALARM RefusedRows.*duplicate key/)
  expect(await checkpoint()).toBe(0)
})

const createTrigger = async (body: string) => {
  const owner = createClient(database.url)
  await owner.connect()
  await owner.query(`
    create function refuse() returns trigger language plpgsql as $$ begin ${body} end $$;
    create trigger refuse before insert on payment for each row execute function refuse()
  `)
  await owner.end()
}

const dropTrigger = async () => {
  const owner = createClient(database.url)
  await owner.connect()
  await owner.query('drop trigger refuse on payment')
  await owner.end()
}

test('without a manifest, or with values that make no sense, it says what to do', async () => {
  await using bad = await start({}, ledger.url, { INDEXER_PORT: 'many' })
  const end = await bad.ended
  expect(end.code).toBe(1)
  expect(end.errors).toContain('INDEXER_PORT')
  await using lost = await start({ contract: ZeroHash as Hex })
  expect((await lost.ended).errors).toContain('contract')
})
