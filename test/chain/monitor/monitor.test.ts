import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Alarm } from '../../../chain/monitor/alarm.ts'
import { monitor, type MonitorOptions } from '../../../chain/monitor/monitor.ts'
import { createTransport, type Transport } from '../../../chain/reader/transport.ts'
import { verifyEvidence } from '../../../contracts/proof/evidence/verify.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { connect } from '../../../migrations/connect.ts'
import { portal } from '../../../portal/app.ts'
import { createWitness } from '../../../portal/node/witness.ts'
import { type Ledger, openLedger } from '../../../portal/readOnly.ts'
import { type Played, playOnAnvil } from '../../contracts/proof/evidence/scenario.ts'
import { untilIndexed } from '../../indexer/chain.ts'
import { type RunningIndexer, startIndexer } from '../../indexer/indexer.ts'
import { anvilProvider } from '../../machine/anvil.ts'
import { createDatabase, type TestDatabase } from '../../machine/postgres.ts'
import { newHome } from '../../machine/wattledger.ts'

let played: Played
let database: TestDatabase
let indexer: RunningIndexer
let db: Ledger & AsyncDisposable
let node: Transport
let server: Server
let portalUrl: string
/** What the portal's answers become on their way to who asks. */
let alter: (text: string, address: string) => string = (text) => text

beforeAll(async () => {
  played = await playOnAnvil()
  database = await createDatabase()
  const { url, manifest } = played
  indexer = await startIndexer({ manifest, database, rpcUrl: url })
  db = openLedger(database.readerUrl)
  node = createTransport(url)
  const app = portal({ db, witness: createWitness(node, manifest) })
  const fetch = async (request: Request) => {
    const asked = new Request(request)
    // What is packed can't be altered as text.
    asked.headers.delete('accept-encoding')
    const answer = await app.fetch(asked)
    const body = alter(await answer.text(), request.url)
    return new Response(body, {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    })
  }
  server = createAdaptorServer({ fetch }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  portalUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const writing = connect(database.url, { max: 1 })
  const provider = anvilProvider(url)
  await untilIndexed(writing, { provider })
  provider.destroy()
  await writing.destroy()
})
afterAll(async () => {
  server?.closeAllConnections()
  server?.close()
  node?.close()
  await db?.[Symbol.asyncDispose]()
  await indexer?.[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
  await played?.[Symbol.asyncDispose]()
})

/** Everything a monitor raises until it has seen the newest block. */
const alarmsOf = async (options: Partial<MonitorOptions> = {}): Promise<Alarm[]> => {
  const alarms: Alarm[] = []
  await monitor({
    transport: node,
    manifest: played.manifest,
    isOnce: true,
    signal: new AbortController().signal,
    onAlarm: async (alarm) => void alarms.push(alarm),
    onHead: () => {},
    onRemark: () => {},
    ...options,
  })
  return alarms
}

/** What is raised about anything but the account that breaks the rules on purpose. */
const others = (alarms: readonly Alarm[]) =>
  alarms.filter(({ account }) => account !== played.falsified).map(({ message }) => message)

test('a ledger and a portal that tell the truth raise nothing, an entry that breaks the rules does', async () => {
  const alarms = await alarmsOf({ portal: portalUrl })
  expect(others(alarms)).toEqual([])
  expect(alarms.map(({ kind, message }) => [kind, message])).toEqual([
    [
      'rules',
      `Entry 7 of account ${codeOf(played.falsified)} contradicts the rules: charges before it: recorded is ₹2,400.00, it should be ₹2,500.00.`,
    ],
    ['rules', expect.stringContaining('difference: recorded is ₹100.00, it should be ₹0.00')],
  ])
})

test.each([
  ['a bill', '"amountPaise":"250000"', '"amountPaise":"350000"', 'It says bill 1 of'],
  ['a balance', '"balancePaise":"77200"', '"balancePaise":"0"', 'owes ₹0.00, on the chain'],
  ['the number of entries', '"entries":13', '"entries":12', 'give the fingerprint'],
  ['more entries than there are', '"entries":13', '"entries":14', 'It has 14 entries'],
  ['a fingerprint', '"here":"0x', '"here":"0xdead', 'give the fingerprint 0xdead'],
  ['a payment', '"seq":8', '"seq":9', 'It lists 3 payments'],
])('a portal that lies about %s is found out, with both values', async (_, truth, lie, words) => {
  alter = (text, address) => (address.includes(played.plain) ? text.replace(truth, lie) : text)
  try {
    expect(others(await alarmsOf({ portal: portalUrl })).join('\n')).toContain(words)
  } finally {
    alter = (text) => text
  }
})

test('a portal that does not answer is remarked on, and is no alarm', async () => {
  const remarks: string[] = []
  const alarms = await alarmsOf({
    portal: 'http://127.0.0.1:9',
    onRemark: (message) => remarks.push(message),
  })
  expect(others(alarms)).toEqual([])
  expect(remarks).toHaveLength(1)
})

test('a contract that keeps another head than its logs give is an alarm', async () => {
  const lying: Transport = {
    ...node,
    request: async (method, params) => {
      const answer = await node.request(method, params)
      if (method !== 'eth_getProof') return answer
      const { storageProof } = answer as { storageProof: { proof: unknown }[] }
      const [first, second, ...rest] = storageProof
      return {
        ...(answer as object),
        storageProof: [{ ...first, proof: second?.proof }, second, ...rest],
      }
    },
  }
  const alarms = await alarmsOf({ transport: lying })
  expect(alarms.map(({ kind }) => kind)).toContain('head')
})

test('the command ends with 1 where something is wrong, and leaves the evidence', async () => {
  await using home = await newHome()
  await writeFile(path.join(home.path, 'manifest.json'), JSON.stringify(played.manifest))
  const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  try {
    const args = ['monitor', '--once', '--rpc', played.url, '--portal', portalUrl]
    const { code, stdout } = await home.run(...args, '--evidence', folder)
    expect(code).toBe(1)
    expect(stdout).toContain(`ALARM  block 2  Entry 7 of account ${codeOf(played.falsified)}`)
    expect(stdout).toMatch(/Looked at \d+ entries of 3 accounts up to block \d+: 2 alarms\./)
    const [file = ''] = await readdir(folder)
    const verdict = verifyEvidence(await readFile(path.join(folder, file), 'utf8'), null)
    expect(verdict).toMatchObject({ reasons: [{ code: 'rules-contradicted' }, {}] })
    const made = path.join(folder, 'plain.json')
    const taken = await home.run('evidence', played.plain, '--out', made, '--rpc', played.url)
    expect([taken.code, taken.stdout]).toEqual([2, expect.stringContaining(`Wrote ${made}.`)])
  } finally {
    await rm(folder, { recursive: true })
  }
})
