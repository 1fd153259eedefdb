import { expect, test } from 'vitest'
import { keccak256 } from '#keccak'
import { encodeEvent, encodeTopics } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import type { FieldsOf } from '../../contracts/events/readers.ts'
import { type DayNumber, dayNumber, paise, watt } from '../../contracts/rules/units.ts'
import { batchOf } from '../../indexer/events/batch.ts'
import { openStore, type Store } from '../../indexer/store/store.ts'
import { connect } from '../../migrations/connect.ts'
import { up as accountBalances } from '../../migrations/steps/0012_account_balances.ts'
import { logOf } from '../chain/reader/logOf.ts'
import { createDatabase } from '../machine/postgres.ts'
import { manifest } from '../portal/writtenLedger.ts'

const hashOf = (text: string) => keccak256(new TextEncoder().encode(text))
const [first, second, third] = ['11', '22', '33'].map((byte): Hex => `0x${byte.repeat(32)}`) as [
  Hex,
  Hex,
  Hex,
]
const nothing: Hex = `0x${'00'.repeat(32)}`

interface Entry {
  readonly account: Hex
  readonly seq: number
  readonly name: EventName
  readonly data: Uint8Array
}

const entry = <Name extends EventName>(
  account: Hex,
  seq: number,
  name: Name,
  fields: FieldsOf<Name>,
): Entry => ({ account, seq, name, data: encodeEvent(name, fields) })

const terms = (account: Hex, seq: number, category: number, firstDay: DayNumber) =>
  entry(account, seq, 'AgreementAccepted', {
    category,
    load: watt(2_000n),
    cycle: 1,
    instalments: 1,
    daysToPay: 15,
    firstDay,
    consumerKey: manifest.contract,
    termsHash: nothing,
    by: manifest.contract,
  })

const payment = (account: Hex, seq: number, balance: bigint) =>
  entry(account, seq, 'PaymentMade', {
    payer: manifest.contract,
    amount: paise(100n),
    channel: 0,
    receiptReference: nothing,
    balance: paise(balance),
  })

const adjustment = (account: Hex, seq: number, balance: bigint) =>
  entry(account, seq, 'AdjustmentPosted', {
    amount: paise(500n),
    reason: 1,
    bill: 0,
    document: nothing,
    by: manifest.contract,
    balance: paise(balance),
  })

const dispute = (account: Hex, seq: number) =>
  entry(account, seq, 'BillDisputed', { bill: 0, amount: paise(1n), reasonHash: nothing })

const batchAt = (number: number, branch: string, entries: readonly Entry[]) =>
  batchOf([
    {
      number,
      hash: hashOf(`${branch}${number}`),
      parentHash: hashOf(`${number - 1}`),
      stateRoot: hashOf('state'),
      timestamp: 1_700_000_000 + number,
      sealer: null,
      transactions: [
        {
          hash: hashOf(`t${branch}${number}`),
          index: 0,
          from: bytesOf(manifest.parties.board),
          to: null,
          succeeded: true,
        },
      ],
      logs: entries.map(({ account, seq, name, data }, logIndex) =>
        logOf({
          address: bytesOf(manifest.contract),
          topics: encodeTopics(name, account, seq),
          data,
          transactionIndex: 0,
          logIndex,
        }),
      ),
    },
  ])

const balancesIn = async (db: ReturnType<typeof connect>) => {
  const rows = await db.selectFrom('account_balance').selectAll().orderBy('account').execute()
  return rows.map(({ account, category, balance_paise }) => [
    `0x${Buffer.from(account).toString('hex')}`,
    category,
    balance_paise,
  ])
}

const workedOut = async (store: Store) => {
  while ((await store.workOut()) > 0);
}

const later = dayNumber(40_000)

test('an account owes what its newest entry that moved money says, in the category of its newest terms, and follows a reorg', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  await using db = connect(database.readerUrl)
  await store.append(
    batchAt(1, '', [
      terms(first, 1, 2, dayNumber(19_000)),
      adjustment(first, 2, 500n),
      terms(second, 1, 3, dayNumber(19_000)),
    ]),
  )
  await workedOut(store)
  // Terms alone move no money.
  expect(await balancesIn(db)).toEqual([
    [first, 2, 500n],
    [second, 3, 0n],
  ])
  await store.append(
    batchAt(2, '', [
      payment(first, 3, 400n),
      // What comes last neither moves money nor is in force yet: the first leaves the balance, the second has the category.
      dispute(first, 4),
      terms(first, 5, 4, later),
      payment(second, 2, -100n),
      payment(third, 1, -100n),
    ]),
  )
  await workedOut(store)
  expect(await balancesIn(db)).toEqual([
    [first, 4, 400n],
    [second, 3, -100n],
    [third, 0, -100n],
  ])
  await store.replace({ number: 1, hash: hashOf('1') }, batchAt(2, 'b', [payment(first, 3, 300n)]))
  await workedOut(store)
  // Of the third account nothing is left.
  expect(await balancesIn(db)).toEqual([
    [first, 2, 300n],
    [second, 3, 0n],
  ])
})

test('a database from before has the balances filled in by the migration, as the indexer works them out', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  await using db = connect(database.url)
  await store.append(
    batchAt(1, '', [
      terms(first, 1, 2, dayNumber(19_000)),
      adjustment(first, 2, 500n),
      payment(first, 3, 400n),
      terms(first, 4, 4, later),
      terms(second, 1, 3, dayNumber(19_000)),
      payment(third, 1, -100n),
    ]),
  )
  await workedOut(store)
  const balances = await balancesIn(db)
  expect(balances).toHaveLength(3)
  await db.schema.dropTable('account_balance').execute()
  await accountBalances(db as never)
  expect(await balancesIn(db)).toEqual(balances)
})
