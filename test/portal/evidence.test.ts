import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTransport } from '../../chain/reader/transport.ts'
import { trustOf } from '../../contracts/proof/evidence/identity.ts'
import { readTrust } from '../../contracts/proof/evidence/read.ts'
import { verifyEvidence } from '../../contracts/proof/evidence/verify.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { connect } from '../../migrations/connect.ts'
import { portal } from '../../portal/app.ts'
import { createWitness } from '../../portal/node/witness.ts'
import { type Ledger, openLedger } from '../../portal/readOnly.ts'
import { gatherText } from '../contracts/proof/evidence/gather.ts'
import { type Played, playOnAnvil } from '../contracts/proof/evidence/scenario.ts'
import { untilIndexed } from '../indexer/chain.ts'
import { type RunningIndexer, startIndexer } from '../indexer/indexer.ts'
import { anvilProvider } from '../machine/anvil.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { wordsOf } from './openPortal.ts'

let played: Played
let database: TestDatabase
let indexer: RunningIndexer
let db: Ledger & AsyncDisposable
let writing: ReturnType<typeof connect>
let node: ReturnType<typeof createTransport>
let app: ReturnType<typeof portal>
/** Whether the node outside answers. */
let isThere = true

beforeAll(async () => {
  played = await playOnAnvil()
  database = await createDatabase()
  const { url, manifest } = played
  indexer = await startIndexer({ manifest, database, rpcUrl: url })
  db = openLedger(database.readerUrl)
  writing = connect(database.url, { max: 1 })
  node = createTransport(url, { attempts: 1, timeoutMs: 2_000 })
  const ask: typeof node.request = async (method, params) => {
    const answer = await node.request(method, params)
    return isThere ? answer : null
  }
  app = portal({ db, witness: createWitness({ ...node, request: ask }, manifest) })
  await indexed()
})
afterAll(async () => {
  node?.close()
  await writing?.destroy()
  await db?.[Symbol.asyncDispose]()
  await indexer?.[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
  await played?.[Symbol.asyncDispose]()
})

const indexed = async () => {
  const provider = anvilProvider(played.url)
  await untilIndexed(writing, { provider })
  provider.destroy()
}
const get = async (address: string, headers: Record<string, string> = {}) =>
  app.request(address, { headers })
const addressOf = (account = played.eventful) => `/accounts/${encodeURIComponent(codeOf(account))}`

test('the portal gives the very bytes that anyone makes from a node, and they verify', async () => {
  for (const [account, bill] of [
    [played.eventful, null],
    [played.plain, null],
    [played.plain, 1],
    [played.eventful, 6],
  ] as const) {
    const of = bill === null ? '' : `/bills/${bill}`
    const answer = await get(`${addressOf(account)}${of}/evidence.json`)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toBe(await gatherText(played, account, bill))
    expect(verifyEvidence(text, trustOf(played.manifest, 0)).outcome).toBe('practice')
  }
})

test('the file is packed where that is understood, named for what it is, and asked for once', async () => {
  const answer = await get(`${addressOf()}/evidence.json`, { 'accept-encoding': 'gzip, br' })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  const packed = new Uint8Array(await answer.arrayBuffer())
  expect([...packed.subarray(0, 2)]).toEqual([0x1f, 0x8b])
  expect(answer.headers.get('content-disposition')).toMatch(
    /filename="[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z_]-block-\d+\.evidence\.json"/,
  )
  const etag = answer.headers.get('etag') ?? ''
  expect((await get(`${addressOf()}/evidence.json`, { 'if-none-match': etag })).status).toBe(304)
})

test('the page says what the file proves, at which block, and how to verify it', async () => {
  const words = wordsOf(await (await get(`${addressOf(played.plain)}/bills/1/evidence`)).text())
  expect(words).toContain('Evidence of bill 1')
  expect(words).toContain('Nothing is left out up to entry 8, and nothing after it can change')
  expect(words).toContain('it is evidence of nothing')
  expect(words).toContain('node verify.mjs FILE --trust TRUST')
})

test('evidence of a ledger that breaks its rules is given out, and says so', async () => {
  const page = await (await get(`${addressOf(played.falsified)}/evidence`)).text()
  expect(wordsOf(page)).toContain('recorded is ₹2,400.00, it should be ₹2,500.00')
  expect((await get(`${addressOf(played.falsified)}/evidence.json`)).status).toBe(200)
})

test('a node that can’t prove now leaves the last evidence, and the page says so', async () => {
  const address = addressOf(played.plain)
  const before = await (await get(`${address}/evidence.json`)).text()
  await played.act(['adjust', played.plain, -1n, 1, 0, `0x${'d0'.repeat(32)}`])
  await indexed()
  isThere = false
  try {
    const words = wordsOf(await (await get(`${address}/evidence`)).text())
    expect(words).toContain('A new one can’t be made just now.')
    expect(words).toMatch(/The last one, proven at block \d+, is below/)
    const refused = await get(`${address}/evidence.json`)
    expect(refused.status).toBe(503)
    const { error } = (await refused.json()) as { error: { advice: string } }
    const last = /\/accounts\S*$/.exec(error.advice)?.[0] ?? ''
    expect(await (await get(last)).text()).toBe(before)
    const never = wordsOf(await (await get(`${address}/bills/2/evidence`)).text())
    expect(never).toContain('Try again in a minute.')
  } finally {
    isThere = true
  }
  const after = await (await get(`${address}/evidence.json`)).text()
  expect(after).not.toBe(before)
  expect(verifyEvidence(after, null)).toMatchObject({ outcome: 'practice' })
})

test('an earlier block can be asked for: the file as it would have been then', async () => {
  const address = `${addressOf(played.plain)}/evidence.json`
  const now = JSON.parse(await (await get(address)).text()) as { entries: unknown[] }
  const { statement } = verifyEvidence(JSON.stringify(now), null) as {
    statement: { block: number }
  }
  const earlier = await (await get(`${address}?block=${statement.block - 1}`)).text()
  expect(verifyEvidence(earlier, null)).toMatchObject({
    statement: { block: statement.block - 1, entries: now.entries.length - 1 },
  })
  expect((await get(`${address}?block=99999`)).status).toBe(503)
  expect((await get(`${address}?block=x`)).status).toBe(400)
})

test('what is not there is not found', async () => {
  expect((await get(`${addressOf()}/bills/99/evidence.json`)).status).toBe(404)
  expect((await get(`/accounts/0x${'77'.repeat(32)}/evidence.json`)).status).toBe(404)
})

test('the portal tells what it takes its chain to be as a trust file', async () => {
  const trust = readTrust(await (await get('/trust.json')).text())
  expect(trust).toEqual(trustOf(played.manifest, 1))
})
