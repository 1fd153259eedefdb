import { expect, test } from 'vitest'
import { keccak256 } from '#keccak'
import type { VerifiedBlock } from '../../chain/reader/types.ts'
import { encodeEvent, encodeTopics } from '../../contracts/events/codec.ts'
import { bytesOf } from '../../contracts/events/hex.ts'
import { dayInIndia, startOfDay } from '../../contracts/rules/day.ts'
import { dayNumber, wh } from '../../contracts/rules/units.ts'
import { batchOf } from '../../indexer/events/batch.ts'
import { openStore } from '../../indexer/store/store.ts'
import { connect } from '../../migrations/connect.ts'
import { createDatabase } from '../machine/postgres.ts'
import { manifest } from '../portal/writtenLedger.ts'
import { logOf } from '../chain/reader/logOf.ts'

const hashOf = (text: string) => keccak256(new TextEncoder().encode(text))
const ACCOUNT = `0x${'77'.repeat(32)}` as const
const [board, consumer] = manifest.signers.map(({ address }) => bytesOf(address))
const FIRST = 20_000

/** A block of month `number` with one reading of so many kWh, taken on its day. */
const blockAt = (number: number, kWh: number, branch = ''): VerifiedBlock => ({
  number,
  hash: hashOf(`${branch}${number}`),
  parentHash: hashOf(`${branch}${number - 1}`),
  stateRoot: hashOf('state'),
  timestamp: startOfDay(dayNumber(FIRST + 30 * number)),
  sealer: (number % 2 === 0 ? consumer : board) ?? null,
  transactions: [
    {
      hash: hashOf(`t${branch}${number}`),
      index: 0,
      from: bytesOf(manifest.parties.board),
      to: null,
      succeeded: true,
    },
  ],
  logs: [
    logOf({
      address: bytesOf(manifest.contract),
      topics: encodeTopics('ConsumptionRecorded', ACCOUNT, 2 * number - 1),
      data: encodeEvent('ConsumptionRecorded', {
        bill: number,
        meter: manifest.contract,
        kind: 0,
        previous: wh(0n),
        present: wh(BigInt(kWh) * 1000n),
        multiplier: 1,
        carried: wh(0n),
        rollover: false,
        start: dayNumber(FIRST + 30 * (number - 1)),
        end: dayNumber(FIRST + 30 * number),
        wh: wh(BigInt(kWh) * 1000n),
        evidence: `0x${'00'.repeat(32)}`,
      }),
      transactionIndex: 0,
      logIndex: 0,
    }),
    logOf({
      address: bytesOf(manifest.contract),
      topics: encodeTopics('BillDisputed', ACCOUNT, 2 * number),
      data: encodeEvent('BillDisputed', {
        bill: number,
        amount: 100n as never,
        reasonHash: `0x${'11'.repeat(32)}`,
      }),
      transactionIndex: 0,
      logIndex: 1,
    }),
  ],
})

const batchAt = (from: number, months: readonly number[], branch = '') =>
  batchOf(months.map((kWh, i) => blockAt(from + i, kWh, branch)))

test('what stands out, who recorded and who sealed go with their block in a reorg', async () => {
  await using database = await createDatabase()
  await using store = await openStore(database.writerUrl, manifest)
  await using db = connect(database.readerUrl)
  const outliers = () =>
    db.selectFrom('outlier').select(['bill', 'rule', 'measured']).orderBy('seq').execute()
  const totals = () => db.selectFrom('outlier_total').selectAll().orderBy('day').execute()
  const seals = async () =>
    (await db.selectFrom('day_seal').select('blocks').execute()).reduce(
      (sum, { blocks }) => sum + blocks,
      0,
    )
  const readings = () =>
    db.selectFrom('actor_total').select('entries').where('kind', '=', 'reading').execute()
  const dayOf = (number: number) => dayInIndia(startOfDay(dayNumber(FIRST + 30 * number)))

  await store.append(batchAt(1, [90, 90, 90, 0, 900]))
  while ((await store.workOut()) > 0);
  expect(await outliers()).toEqual([
    { bill: 4, rule: 'zero', measured: 1n },
    { bill: 5, rule: 'high', measured: 30_000n },
  ])
  expect(await totals()).toEqual([
    { day: dayOf(4), rule: 'zero', outliers: 1 },
    { day: dayOf(5), rule: 'high', outliers: 1 },
  ])
  expect([await seals(), await readings()]).toEqual([5, [{ entries: 5 }]])

  // Gone with their blocks at once, before anything is worked out anew.
  await store.replace({ number: 3, hash: hashOf('3') }, batchAt(4, [90], 'b'))
  expect([await outliers(), await totals()]).toEqual([[], []])
  while ((await store.workOut()) > 0);
  expect([await outliers(), await totals()]).toEqual([[], []])
  expect([await seals(), await readings()]).toEqual([4, [{ entries: 4 }]])

  await store.append(batchAt(5, [900], 'b'))
  while ((await store.workOut()) > 0);
  expect(await outliers()).toEqual([{ bill: 5, rule: 'high', measured: 30_000n }])
})
