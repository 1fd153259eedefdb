import { id } from 'ethers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { audit } from '../../indexer/audit/audit.ts'
import type { Difference } from '../../indexer/audit/differences.ts'
import { rowTables, type RowTable } from '../../indexer/events/batch.ts'
import { connect } from '../../migrations/connect.ts'
import { DOCUMENT, FIRST_TODAY, startLedger, type Ledger } from '../contracts/ledger.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { fillLedger, manifestOf } from './chain.ts'
import { startIndexer } from './indexer.ts'

let ledger: Ledger
let database: TestDatabase
let db: ReturnType<typeof connect>
let manifest: Manifest

beforeAll(async () => {
  ;[ledger, database] = await Promise.all([startLedger(), createDatabase()])
  db = connect(database.url)
  const [account = ''] = await fillLedger(ledger)
  await addSeldomEntries(account)
  manifest = await manifestOf(ledger)
  await using indexer = await startIndexer({ manifest, database, rpcUrl: ledger.url })
  await indexer.caughtUp
})

afterAll(async () => {
  await db.destroy()
  await database[Symbol.asyncDispose]()
  await ledger[Symbol.asyncDispose]()
})

/** What the everyday ledger lacks, so that no table is empty. */
const addSeldomEntries = async (account: string) => {
  await ledger.setRate({ effectiveFrom: BigInt(FIRST_TODAY + 60) })
  await ledger.act('tariff', 'withdrawRate', 2)
  await ledger.act('cashier', 'postReceipt', account, 2, 10_000n, id('receipt'))
  await ledger.act('cashier', 'reverseReceipt', account, 2, 10_000n, id('receipt'), 1)
  const restated = {
    bill: 1,
    revision: 1,
    start: FIRST_TODAY,
    end: FIRST_TODAY + 30,
    multiplier: 1,
    modulus: 1_000_000_000n,
    carried: 0,
    presentBefore: 500_000n,
    grossBefore: 250_000n,
    alreadyCharged: 0,
    present: 400_000n,
    rollover: false,
  }
  await ledger.act('operations', 'revise', account, 0, [restated], 1, DOCUMENT)
  await ledger.act('operations', 'adjust', account, -100n, 1, 0, DOCUMENT)
  await ledger.act('consumer', 'dispute', account, 1, 100n, DOCUMENT)
  await ledger.act('regulator', 'resolveDispute', account, 1, 0, DOCUMENT)
  await ledger.act('stranger', 'sweep')
  await ledger.act('stranger', 'closeMonth')
}

const differences = async (): Promise<Difference[]> => {
  const done = await audit({
    manifest,
    databaseUrl: database.readerUrl,
    rpcUrl: ledger.url,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  expect(done.rows).toBeGreaterThan(30)
  return done.differences
}

/** Does something to the rows, and undoes it whatever follows. */
const tampered = async (changes: Map<string, ReturnType<typeof sql>>): Promise<Difference[]> => {
  for (const [table, change] of changes) {
    await sql`create table ${kept(table)} as select * from ${sql.table(table)}`.execute(db)
    await change.execute(db)
  }
  try {
    return await differences()
  } finally {
    for (const table of changes.keys()) {
      await sql`delete from ${sql.table(table)}`.execute(db)
      await sql`insert into ${sql.table(table)} select * from ${kept(table)}`.execute(db)
      await sql`drop table ${kept(table)}`.execute(db)
    }
  }
}

const kept = (table: string) => sql.table(`kept_${table}`)

/** Another value of the column's type. */
const another = (column: string, type: string) => {
  const name = sql.ref(column)
  if (type === 'bytea null')
    return sql`coalesce(set_byte(${name}, 0, 255 - get_byte(${name}, 0)), '\\x01')`
  if (type.startsWith('bytea')) return sql`set_byte(${name}, 0, 255 - get_byte(${name}, 0))`
  if (type.startsWith('text')) return sql`${name} || 'x'`
  if (type.startsWith('boolean')) return sql`not ${name}`
  return sql`${name} + 1000`
}

test('rows that an indexer stored are the chain’s', async () => {
  expect(await differences()).toEqual([])
})

test('an altered column of any table is named, with what it is and what the chain says', async () => {
  const columnsOf = (table: RowTable) => Object.entries(rowTables[table] as Record<string, string>)
  const tables = Object.keys(rowTables) as RowTable[]
  const most = Math.max(...tables.map((table) => columnsOf(table).length))
  // One column of each table at a time.
  for (let place = 0; place < most; place++) {
    const changes = new Map<string, ReturnType<typeof sql>>()
    const expected: unknown[] = []
    for (const table of tables) {
      const [column, type] = columnsOf(table)[place] ?? []
      if (column === undefined || type === undefined) continue
      // The newest row, so that a moved key meets no other.
      const order = sql.ref(table === 'block' ? 'number' : 'block_number')
      changes.set(
        table,
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${another(column, type)}
          where ctid = (select ctid from ${sql.table(table)} order by ${order} desc limit 1)`,
      )
      expected.push({ table, column, what: 'altered' })
    }
    const found = await tampered(changes)
    expect(found.map(({ table, column, what }) => ({ table, column, what }))).toEqual(expected)
    for (const { held, proven } of found) expect(held).not.toBe(proven)
  }
})

test('a row that was removed, doubled or made up is named', async () => {
  const newest = sql`select ctid from payment order by block_number desc limit 1`
  expect(
    await tampered(new Map([['payment', sql`delete from payment where ctid = (${newest})`]])),
  ).toEqual([expect.objectContaining({ table: 'payment', what: 'missing' })])
  const doubled = sql`
    insert into payment select account, seq + 100, block_number, transaction_index, log_index + 100,
      payer, amount_paise, channel, receipt_reference, balance_paise from payment where ctid = (${newest})`
  expect(await tampered(new Map([['payment', doubled]]))).toEqual([
    expect.objectContaining({ table: 'payment', what: 'extra' }),
  ])
  const beyond = sql`
    insert into block select number + 1000, sha256(hash), parent_hash, timestamp, state_root, sealer,
      transaction_count, log_count from block order by number desc limit 1`
  expect(await tampered(new Map([['block', beyond]]))).toEqual([
    expect.objectContaining({ table: 'block', what: 'extra' }),
  ])
})

test('a checkpoint that was moved to another block is named', async () => {
  const change = sql`update checkpoint set block_hash = sha256(block_hash)`
  expect(await tampered(new Map([['checkpoint', change]]))).toEqual([
    expect.objectContaining({ table: 'checkpoint', column: 'block_hash' }),
  ])
})
