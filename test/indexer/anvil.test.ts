import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hexOf } from '../../contracts/events/hex.ts'
import { connect } from '../../migrations/connect.ts'
import { startLedger, type Ledger } from '../contracts/ledger.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { entriesByEthers, fillLedger, manifestOf, pay, untilIndexed } from './chain.ts'
import { startIndexer, type RunningIndexer } from './indexer.ts'
import { asEthers, headsOf, storedEntries } from './rows.ts'

let ledger: Ledger
let database: TestDatabase
let indexer: RunningIndexer
let db: ReturnType<typeof connect>
let accounts: string[]

beforeAll(async () => {
  ;[ledger, database] = await Promise.all([startLedger(), createDatabase()])
  db = connect(database.readerUrl)
  accounts = await fillLedger(ledger)
  const manifest = await manifestOf(ledger)
  indexer = await startIndexer({ manifest, database, rpcUrl: ledger.url })
  await indexer.caughtUp
})

afterAll(async () => {
  await indexer[Symbol.asyncDispose]()
  await db.destroy()
  await database[Symbol.asyncDispose]()
  await ledger[Symbol.asyncDispose]()
})

test('the rows are the events that ethers decodes, each in its place', async () => {
  const expected = await entriesByEthers(ledger)
  expect(expected.length).toBeGreaterThan(15)
  expect((await storedEntries(db)).map(asEthers)).toEqual(expected)
})

test('heads folded from the rows are the heads that the contract keeps', async () => {
  const heads = headsOf(await storedEntries(db))
  expect(heads.size).toBe(4)
  for (const [account, head] of heads) expect(await ledger.account(account)).toMatchObject({ head })
})

test('the block totals are what the rows add up to', async () => {
  const { rows } = await sql`
    select block_number, 'payment' as kind, count(*)::integer as entries, sum(amount_paise) as amount_paise
      from payment group by 1
    union all select block_number, 'bill', count(*)::integer, sum(amount_paise) from bill group by 1
    union all select block_number, 'charge', count(*)::integer, sum(charge_paise) from charge group by 1
    union all select block_number, kind, count(*)::integer, 0 from entry
      where kind not in ('payment', 'bill', 'charge') group by 1, 2
    order by 1, 2
  `.execute(db)
  const totals = await sql`select * from block_total order by block_number, kind`.execute(db)
  expect(totals.rows).toEqual(rows)
  expect(rows).toContainEqual({
    block_number: expect.any(Number) as number,
    kind: 'payment',
    entries: 1,
    amount_paise: 200_000n,
  })
})

test('every block is there with what its header says, and every transaction that mattered', async () => {
  const blocks = await db.selectFrom('block').selectAll().orderBy('number').execute()
  const head = await ledger.provider.getBlockNumber()
  expect(blocks.map((block) => block.number)).toEqual(
    Array.from({ length: head }, (_, place) => place + 1),
  )
  for (const block of blocks) {
    const header = await ledger.provider.getBlock(block.number)
    expect(hexOf(block.hash)).toBe(header?.hash)
    expect(hexOf(block.parent_hash)).toBe(header?.parentHash)
    expect(hexOf(block.state_root)).toBe(header?.stateRoot)
    expect(block.timestamp).toBe(header?.timestamp)
    expect(block.transaction_count).toBe(header?.transactions.length)
  }
  const transactions = await db.selectFrom('transaction').selectAll().execute()
  for (const stored of transactions) {
    const transaction = await ledger.provider.getTransaction(hexOf(stored.hash))
    expect(transaction?.blockNumber).toBe(stored.block_number)
    expect(transaction?.from.toLowerCase()).toBe(hexOf(stored.sender))
  }
  const { rows } = await sql<{ without: number }>`
    select count(*) as without from entry e
    left join transaction t using (block_number, transaction_index) where t.hash is null
  `.execute(db)
  expect(rows).toEqual([{ without: 0 }])
})

test('consumers’ accounts have their codes, the pseudo-accounts none', async () => {
  const rows = await db.selectFrom('account').selectAll().execute()
  expect(rows.map((row) => hexOf(row.account)).toSorted()).toEqual(accounts.toSorted())
  for (const row of rows) expect(row.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}-./)
})

test('a new block becomes rows within moments', async () => {
  const account = accounts[0] ?? ''
  const before = performance.now()
  const { block } = await pay(ledger, account, 500)
  await untilIndexed(db, ledger)
  expect(performance.now() - before).toBeLessThan(5_000)
  const payment = await db
    .selectFrom('payment')
    .select(['amount_paise', 'balance_paise'])
    .where('block_number', '=', block)
    .execute()
  expect(payment).toEqual([{ amount_paise: 50_000n, balance_paise: 0n }])
})

test('health, readiness and metrics tell how it fares, and so does the row for the portal', async () => {
  const health = await indexer.health()
  expect((await fetch(`${health}/health`)).status).toBe(200)
  const ready = await fetch(`${health}/ready`)
  const head = await ledger.provider.getBlockNumber()
  expect(ready.status).toBe(200)
  expect(await ready.json()).toMatchObject({
    state: 'following',
    indexedBlock: head,
    lagSeconds: 0,
  })
  const metrics = await (await fetch(`${health}/metrics`)).text()
  expect(metrics).toContain(`wattledger_indexed_block ${head}`)
  expect(metrics).toContain('wattledger_rows_written_total{table="payment"} 3')
  expect((await fetch(`${health}/other`)).status).toBe(404)
  await expect
    .poll(() => db.selectFrom('indexer_status').selectAll().executeTakeFirst(), { timeout: 5_000 })
    .toMatchObject({ chain_head: head, indexed_block: head, proven_block: head, alarm: null })
})

test('SIGTERM ends it cleanly, and the next one goes on where it was', async () => {
  expect(await indexer.stop()).toBe(0)
  const manifest = await manifestOf(ledger)
  await pay(ledger, accounts[1] ?? '', 100)
  indexer = await startIndexer({ manifest, database, rpcUrl: ledger.url })
  await indexer.caughtUp
  const entries = await storedEntries(db)
  expect(entries.map((entry) => entry.block).at(-1)).toBe(await untilIndexed(db, ledger))
  expect(headsOf(entries).size).toBe(4)
})
