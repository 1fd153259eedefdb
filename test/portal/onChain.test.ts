import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTransport } from '../../chain/reader/transport.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { connect } from '../../migrations/connect.ts'
import { portal } from '../../portal/app.ts'
import { createWitness, type Witness } from '../../portal/node/witness.ts'
import { type Ledger as PortalLedger, openLedger } from '../../portal/readOnly.ts'
import { FIRST_TODAY, type Ledger, startLedger } from '../contracts/ledger.ts'
import { manifestOf, pay, untilIndexed } from '../indexer/chain.ts'
import { type RunningIndexer, startIndexer } from '../indexer/indexer.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { wordsOf } from './openPortal.ts'

let chain: Ledger
let manifest: Manifest
let database: TestDatabase
let indexer: RunningIndexer
let reading: PortalLedger & AsyncDisposable
let writing: ReturnType<typeof connect>
let witness: Witness
let account: Hex

beforeAll(async () => {
  chain = await startLedger()
  manifest = await manifestOf(chain)
  database = await createDatabase()
  indexer = await startIndexer({ manifest, database, rpcUrl: chain.url })
  reading = openLedger(database.readerUrl)
  writing = connect(database.url, { max: 2 })
  witness = createWitness(createTransport(chain.url, { attempts: 1, timeoutMs: 2_000 }), manifest)
  await chain.setRate()
  account = (await chain.openAccount()) as Hex
  await chain.setDay(FIRST_TODAY + 31)
  await chain.submit(account, { register: 500_000n, day: FIRST_TODAY + 30 })
  await pay(chain, account, 2_000)
  await pay(chain, account, 500)
  await untilIndexed(writing, chain)
})
afterAll(async () => {
  await writing?.destroy()
  await reading?.[Symbol.asyncDispose]()
  await indexer?.[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
  await chain?.[Symbol.asyncDispose]()
})

const ask = (address: string, from: Witness = witness) =>
  Promise.resolve(portal({ db: reading, witness: from }).request(address))

test('the reference session is on the page as it is on the chain, proven by the state of its block', async () => {
  const answer = (await (await ask(`/accounts/${codeOf(account)}.json`)).json()) as {
    account: object
  }
  expect(answer).toMatchObject({
    account: { balancePaise: '0', head: { agrees: true } },
    bills: [
      { number: 1, amountPaise: '250000', derivedPaise: '250000', agrees: true, status: 'settled' },
    ],
    payments: [
      { amountPaise: '200000', balancePaise: '50000' },
      { amountPaise: '50000', balancePaise: '0' },
    ],
  })
  const { head } = await chain.account(account)
  expect(answer.account).toMatchObject({ head: { here: head, chain: head } })
  const words = wordsOf(await (await ask(`/accounts/${codeOf(account)}/bills/1`)).text())
  expect(words).toContain('Worked out here: ₹2,500.00. On the chain: ₹2,500.00. They agree')
  expect(words).toContain('Entries 1 to 8 give the fingerprint that the chain has')
})

test('the code on the chain is what the published source compiles to', async () => {
  const words = wordsOf(await (await ask('/status')).text())
  expect(words).toContain('is what the published source compiles to')
  expect(words).toContain('No party sealed this chain: it is for practice')
})

test('many who ask for the node’s newest block at once make it answer once, and the next asks anew', async () => {
  const transport = createTransport(chain.url)
  let answers = 0
  const asked = createWitness(
    {
      ...transport,
      request: (method, params) => {
        answers++
        return transport.request(method, params)
      },
    },
    manifest,
  )
  const heads = await Promise.all(Array.from({ length: 5 }, () => asked.chainHead()))
  expect(answers).toBe(1)
  expect(new Set(heads).size).toBe(1)
  expect(await asked.chainHead()).toBeGreaterThanOrEqual(heads[0] ?? Infinity)
  expect(answers).toBe(2)
  transport.close()
})

test('a node that lies about a head is not believed', async () => {
  const honest = createTransport(chain.url)
  const lying = createWitness(
    {
      ...honest,
      request: async (method, params) => {
        const answer = await honest.request(method, params)
        if (method !== 'eth_getProof') return answer
        const text = JSON.stringify(answer)
        const { head } = await chain.account(account)
        return JSON.parse(text.replaceAll(String(head).slice(2), 'ab'.repeat(32))) as unknown
      },
    },
    manifest,
  )
  const page = await (await ask(`/accounts/${codeOf(account)}`, lying)).text()
  expect(wordsOf(page)).toContain(
    'Not compared with the chain just now. The node’s answer proves nothing',
  )
  honest.close()
})

test('a node that is gone leaves the page whole, and says so without its address', async () => {
  const nobody = createTransport('http://127.0.0.1:9', { attempts: 1, timeoutMs: 500 })
  const answer = await ask(`/accounts/${codeOf(account)}/bills/1`, createWitness(nobody, manifest))
  expect(answer.status).toBe(200)
  const text = await answer.text()
  expect(wordsOf(text)).toContain('Not compared with the chain just now. The node does not answer')
  expect(text).not.toContain('127.0.0.1')
  nobody.close()
})

test('a node that hangs is asked once, then left alone for a while', async () => {
  let asked = 0
  const hanging = createServer(() => asked++)
  hanging.listen(0, '127.0.0.1')
  await once(hanging, 'listening')
  const { port } = hanging.address() as AddressInfo
  const transport = createTransport(`http://127.0.0.1:${port}`, { attempts: 1, timeoutMs: 500 })
  const waiting = createWitness(transport, manifest)
  for (let page = 0; page < 20; page++) {
    const answer = await ask(`/accounts/${codeOf(account)}`, waiting)
    expect(answer.status).toBe(200)
  }
  // Again after every five seconds, not with every page.
  expect(asked).toBeLessThan(5)
  transport.close()
  hanging.closeAllConnections()
  hanging.close()
})
