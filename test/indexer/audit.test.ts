import { id } from 'ethers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { audit } from '../../indexer/audit/audit.ts'
import type { Difference } from '../../indexer/audit/differences.ts'
import { rowTables, type RowTable } from '../../indexer/events/batch.ts'
import type { Paise } from '../../contracts/rules/units.ts'
import type { DerivedTable } from '../../indexer/store/derived.ts'
import { connect } from '../../migrations/connect.ts'
import { chainTables } from '../../migrations/tables.ts'
import { DOCUMENT, FIRST_TODAY, startLedger, type Ledger } from '../contracts/ledger.ts'
import { startLyingNode } from '../machine/lyingNode.ts'
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
  // What accounts have open is worked out behind it.
  await vi.waitUntil(
    async () => (await db.selectFrom('stale_account').selectAll().execute()).length === 0,
    { timeout: 20_000 },
  )
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

const audited = async (rpcUrl = ledger.url) => {
  const done = await audit({
    manifest,
    databaseUrl: database.readerUrl,
    rpcUrl,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  expect(done.rows).toBeGreaterThan(30)
  return done
}

const differences = async (): Promise<Difference[]> => (await audited()).differences

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

test('rows that an indexer stored are the chain’s, and so is what follows from them', async () => {
  const done = await audited()
  expect(done).toMatchObject({ differences: [], uncompared: [] })
  // Two consumers', the category's, and the ledger's own.
  expect(done.accounts).toBe(4)
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
    const rows = found.filter(({ table }) => table !== 'entry')
    expect(rows.map(({ table, column, what }) => ({ table, column, what }))).toEqual(expected)
    for (const { held, proven } of found) expect(held).not.toBe(proven)
    // Where an entry stands on the chain is not part of what its account's head commits to.
    const isOfPlaces = place >= 2 && place <= 4
    expect(found.length > rows.length).toBe(!isOfPlaces)
  }
})

test('an altered column of any table that is worked out from rows is named', async () => {
  const alterations = (derived: readonly DerivedTable[]) =>
    derived.flatMap((table) =>
      Object.entries(chainTables[table]).map(([column, type]) => ({ table, column, type })),
    )
  const alter = async (some: ReturnType<typeof alterations>) => {
    const changes = some.map(({ table, column, type }): [string, ReturnType<typeof sql>] => [
      table,
      sql`update ${sql.table(table)} set ${sql.ref(column)} = ${another(column, type)}
        where ctid = (select min(ctid) from ${sql.table(table)})`,
    ])
    const found = await tampered(new Map(changes))
    expect(found.map(({ table, column, what }) => ({ table, column, what }))).toEqual(
      some.map(({ table, column }) => ({ table, column, what: 'altered' })),
    )
  }
  const independent = [
    'account_balance',
    'actor_total',
    'block_receipt',
    'day_total',
    'open_sum',
    'tariff_total',
  ] as const
  const byPlace = Map.groupBy(alterations(independent), ({ table, column }) =>
    Object.keys(chainTables[table]).indexOf(column),
  )
  for (const some of byPlace.values()) await alter(some)
  // It follows from open_sum.
  for (const one of alterations(['open_total'])) await alter([one])
})

test('a derived row that was removed, or made up, is named', async () => {
  const tables = [
    'account_balance',
    'actor_total',
    'block_receipt',
    'day_total',
    'open_sum',
    'tariff_total',
  ]
  for (const table of [...tables, 'open_total']) {
    const one = sql`select min(ctid) from ${sql.table(table)}`
    const removal = sql`delete from ${sql.table(table)} where ctid = (${one})`
    expect(await tampered(new Map([[table, removal]]))).toEqual([
      expect.objectContaining({ table, what: 'missing' }),
    ])
  }
  const madeUp = sql`insert into stale_account values (sha256('nobody'))`
  expect(await tampered(new Map([['stale_account', madeUp]]))).toEqual([
    expect.objectContaining({ table: 'stale_account', what: 'extra' }),
  ])
})

test('an account whose balance and sums are yet to be worked out is not taken for altered', async () => {
  const noted = sql`insert into stale_account select account from account`
  const balances = sql`delete from account_balance`
  const sums = sql`delete from open_sum`
  const totals = sql`delete from open_total`
  const changes = new Map([
    ['stale_account', noted],
    ['account_balance', balances],
    ['open_sum', sums],
    ['open_total', totals],
  ])
  expect(await tampered(changes)).toEqual([])
})

test('of what follows from altered rows nothing is said but that it was not compared', async () => {
  await db
    .updateTable('payment')
    .set({ amount_paise: sql<Paise>`amount_paise + 1` })
    .execute()
  try {
    const { uncompared } = await audited()
    expect(uncompared.map(({ what }) => what)).toEqual([
      'account_balance',
      'actor_total',
      'block_receipt',
      'open_sum',
      'open_total',
      'outlier',
      'outlier_total',
      'stale_account',
    ])
  } finally {
    await db
      .updateTable('payment')
      .set({ amount_paise: sql<Paise>`amount_paise - 1` })
      .execute()
  }
})

test('a node that proves another state, or none, is told from altered rows', async () => {
  await using node = await startLyingNode(ledger.url)
  node.behave(async ({ calls, honest }) => {
    const answers = await honest()
    return answers.map((answer) =>
      calls.find(({ id }) => id === answer.id)?.method === 'eth_getProof'
        ? { ...answer, result: { ...(answer.result as object), accountProof: [] } }
        : answer,
    )
  })
  const { differences, uncompared } = await audited(node.url)
  expect(differences).toEqual([])
  expect(uncompared).toEqual([
    {
      what: expect.stringContaining('Heads') as string,
      why: expect.stringContaining('proves nothing') as string,
    },
  ])
})

test('a row that was removed, doubled or made up is named', async () => {
  const otherHead = expect.objectContaining({ table: 'entry', what: 'altered', column: 'head' })
  const newest = sql`select ctid from payment order by block_number desc limit 1`
  expect(
    await tampered(new Map([['payment', sql`delete from payment where ctid = (${newest})`]])),
  ).toEqual([expect.objectContaining({ table: 'payment', what: 'missing' }), otherHead])
  const doubled = sql`
    insert into payment select account, seq + 100, block_number, transaction_index, log_index + 100,
      payer, amount_paise, channel, receipt_reference, balance_paise from payment where ctid = (${newest})`
  expect(await tampered(new Map([['payment', doubled]]))).toEqual([
    expect.objectContaining({ table: 'payment', what: 'extra' }),
    otherHead,
  ])
  const beyond = sql`
    insert into block select number + 1000, sha256(hash), parent_hash, timestamp, state_root, sealer,
      transaction_count, log_count from block order by number desc limit 1`
  expect(await tampered(new Map([['block', beyond]]))).toEqual([
    expect.objectContaining({ table: 'block', what: 'extra' }),
  ])
})

test('an altered column of the checkpoint is named', async () => {
  for (const [column, type] of Object.entries(chainTables.checkpoint)) {
    // It can hold nothing but true. What is behind another block number is told below.
    if (column === 'only_row' || column === 'block_number') continue
    const change = sql`update checkpoint set ${sql.ref(column)} = ${another(column, type)}`
    expect(await tampered(new Map([['checkpoint', change]]))).toEqual([
      expect.objectContaining({ table: 'checkpoint', column }),
    ])
  }
})

test('a checkpoint that was set back names the blocks above it as made up', async () => {
  const change = sql`update checkpoint set block_number = block_number - 1`
  const found = await tampered(new Map([['checkpoint', change]]))
  expect(found).toContainEqual(
    expect.objectContaining({ table: 'checkpoint', column: 'block_hash' }),
  )
  expect(found).toContainEqual(expect.objectContaining({ table: 'block', what: 'extra' }))
})
