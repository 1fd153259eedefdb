import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createTransport } from '../../chain/reader/transport.ts'
import { expect, vi } from 'vitest'
import { connect } from '../../migrations/connect.ts'
import { portal } from '../../portal/app.ts'
import { createPortalServer } from '../../portal/guard/server.ts'
import { createWitness } from '../../portal/node/witness.ts'
import { type Ledger as ReadLedger, openLedger } from '../../portal/readOnly.ts'
import { isBehind, readStanding } from '../../portal/record/standing.ts'
import { type Ledger, startLedger } from '../contracts/ledger.ts'
import { manifestOf, untilIndexed } from '../indexer/chain.ts'
import { startIndexer } from '../indexer/indexer.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { wordsOf } from './openPortal.ts'
import { FIRST_DAY, playSituations } from './situations.ts'

export interface OpenSituations extends AsyncDisposable {
  readonly chain: Ledger
  readonly database: TestDatabase
  /** A page's words. */
  words(address: string): Promise<string>
  /** Asks anything of the real handler, without a socket. */
  request(address: string, init?: RequestInit): Promise<Response>
  /** Every route that the portal answers. */
  readonly routes: { method: string; path: string }[]
  get(address: string, headers?: Record<string, string>): Promise<Response>
  json<Shape = unknown>(address: string): Promise<Shape>
  /** Waits until the indexer has what the chain has. */
  caughtUp(): Promise<void>
  /** Serves it on a free port, for a browser; its address without the last slash. */
  listen(): Promise<string>
}

/** Open sums are worked out a moment after their entries are stored, all that is derived once a backfill has ended. */
const untilAddedUp = (db: ReadLedger) =>
  vi.waitFor(async () => expect(isBehind(await readStanding(db))).toBe(false), {
    timeout: 30_000,
    interval: 50,
  })

/** The portal over the situations, played on a real contract, read by the real indexer, proven by the node. */
export const openSituations = async (): Promise<OpenSituations> => {
  const open = new AsyncDisposableStack()
  const chain = open.use(await startLedger(FIRST_DAY))
  await playSituations(chain)
  const manifest = await manifestOf(chain)
  const database = open.use(await createDatabase())
  open.use(await startIndexer({ manifest, database, rpcUrl: chain.url }))
  const db = open.use(openLedger(database.readerUrl))
  const writing = open.adopt(connect(database.url, { max: 1 }), (kysely) => kysely.destroy())
  const caughtUp = async () => {
    await untilIndexed(writing, chain)
    await untilAddedUp(db)
  }
  await caughtUp()
  const transport = open.adopt(
    createTransport(chain.url, { attempts: 1, timeoutMs: 5_000 }),
    (it) => Promise.resolve(it.close()),
  )
  const app = portal({ db, witness: createWitness(transport, manifest) })
  const get = async (address: string, headers: Record<string, string> = {}) =>
    app.request(address, { headers })
  return {
    chain,
    database,
    request: async (address, init) => app.request(address, init),
    get routes() {
      return app.routes
    },
    get,
    words: async (address) => wordsOf(await (await get(address)).text()),
    json: async <Shape>(address: string) => (await (await get(address)).json()) as Shape,
    caughtUp,
    listen: async () => {
      const server = createPortalServer((request) => app.fetch(request))
      open.defer(() => {
        server.closeAllConnections()
        server.close()
        return Promise.resolve()
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
