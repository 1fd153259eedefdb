import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VerifiedBlock } from '../../../chain/reader/types.ts'
import { decodeEvent, encodeEvent, encodeTopics } from '../../../contracts/events/codec.ts'
import { bytesOf } from '../../../contracts/events/hex.ts'
import type { EventName } from '../../../contracts/events/layouts.ts'
import { eventNames } from '../../../contracts/events/topics.ts'
import { UndecodableBlock } from '../../../indexer/alarms.ts'
import { batchOf, type RowTable } from '../../../indexer/events/batch.ts'
import { copyInto } from '../../../indexer/store/copy.ts'
import { connect, createClient } from '../../../migrations/connect.ts'
import { tableOf } from '../../../migrations/tables.ts'
import { type LogContent, logOf } from '../../chain/reader/logOf.ts'
import { anyBytes, anyFields } from '../../contracts/events/anyEvent.ts'
import { createDatabase, type TestDatabase } from '../../machine/postgres.ts'
import { storedEntries } from '../rows.ts'
import '../../seeds.ts'

const CONTRACT = bytesOf(`0x${'c0'.repeat(20)}`)

const blockOf = (logs: readonly LogContent[]): VerifiedBlock => ({
  number: 7,
  hash: new Uint8Array(32),
  parentHash: new Uint8Array(32),
  stateRoot: new Uint8Array(32),
  timestamp: 1_700_000_000,
  sealer: null,
  transactions: [],
  logs: logs.map(logOf),
})

const anyLog = (name: EventName, logIndex: number): fc.Arbitrary<LogContent> =>
  fc.tuple(anyBytes(32), fc.maxSafeNat(), anyFields(name)).map(([account, seq, fields]) => ({
    address: CONTRACT,
    topics: encodeTopics(name, account, seq),
    data: encodeEvent(name, fields),
    transactionIndex: 3,
    logIndex,
  }))

const entries: ReadonlySet<RowTable> = new Set(eventNames.map((name) => tableOf[name]))

/** One log of each event. */
const anyLogs = fc.tuple(...eventNames.map(anyLog))

let database: TestDatabase
let client: ReturnType<typeof createClient>
let db: ReturnType<typeof connect>
beforeAll(async () => {
  database = await createDatabase()
  client = createClient(database.writerUrl)
  await client.connect()
  db = connect(database.url)
})
afterAll(async () => {
  await client.end()
  await db.destroy()
  await database[Symbol.asyncDispose]()
})

test('every word of every event comes out of Postgres as the decoder reads it, at both ends of its bounds too', async () => {
  await fc.assert(
    fc.asyncProperty(anyLogs, async (logs) => {
      for (const name of eventNames) await sql`delete from ${sql.table(tableOf[name])}`.execute(db)
      const { rows } = batchOf([blockOf(logs)])
      const written = new Map([...rows].filter(([table]) => entries.has(table)))
      expect([...written.values()].map(({ count }) => count)).toEqual(eventNames.map(() => 1))
      await copyInto(client, written)
      const expected = logs.map((log) => ({
        ...decodeEvent(log),
        block: 7,
        transactionIndex: 3,
        logIndex: log.logIndex,
      }))
      expect(await storedEntries(db)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('a word that the decoder refuses makes no row, and the alarm says what the decoder says', () => {
  const anyDamage = fc.record({ byte: fc.nat(10_000), bits: fc.integer({ min: 1, max: 255 }) })
  const anyDamaged = fc.constantFrom(...eventNames).chain((name) => anyLog(name, 5))
  fc.assert(
    fc.property(anyDamaged, anyDamage, (log, { byte, bits }) => {
      const data = log.data.slice()
      const at = byte % data.length
      data[at] = (data[at] as number) ^ bits
      const damaged = { ...log, data }
      const decoded = outcomeOf(() => decodeEvent(damaged).name)
      const written = outcomeOf(() => batchOf([blockOf([damaged])]).entries)
      const expected = decoded.error === undefined ? { value: 1 } : { error: UndecodableBlock }
      expect({ ...written, error: written.error?.constructor }).toEqual(expected)
      expect(written.error?.message ?? '').toContain(decoded.error?.message ?? '')
    }),
    { numRuns: 2_000 },
  )
})

test('a log of another length, another topic or other topics makes no row', () => {
  const [log] = fc.sample(anyLog('PaymentMade', 5), 1)
  if (log === undefined) throw new Error('No sample.')
  const [topic, account, seq] = log.topics as [Uint8Array, Uint8Array, Uint8Array]
  const other = topic.slice()
  other[31] = (other[31] as number) ^ 1
  const beyond = new Uint8Array(32).fill(1)
  for (const change of [
    { data: log.data.subarray(32) },
    { topics: [other, account, seq] },
    { topics: [topic, account] },
    { topics: [] },
    { topics: [topic, account, beyond] },
  ])
    expect(() => batchOf([blockOf([{ ...log, ...change }])])).toThrow(UndecodableBlock)
})

const outcomeOf = <T>(work: () => T): { value?: T; error?: Error } => {
  try {
    return { value: work() }
  } catch (error) {
    return { error: error as Error }
  }
}
