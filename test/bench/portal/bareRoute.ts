/**
 * A bare Hono route: for each address, the queries that the portal's page runs, in the same transaction, their rows thrown
 * away; few where the portal answers again what it just answered. It answers as many bytes as the page has, always the same
 * ones. What it answers a second is what Postgres, its driver, Hono, the socket and who asks leave to a page. Started by the
 * bench.
 */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { createTransport } from '../../../chain/reader/transport.ts'
import { createPool } from '../../../migrations/connect.ts'
import { portal } from '../../../portal/app.ts'
import { createWitness } from '../../../portal/node/witness.ts'
import { ledgerOn, run } from '../../../portal/readOnly.ts'
import { manifest } from '../../portal/writtenLedger.ts'
import { ANEW, anewHost } from './load.ts'

interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

const pool = createPool(process.env['READER_DATABASE_URL'] ?? '', { name: 'bare route' })
const statements = new Map<string, Asked>()
let heard: Statement[] = []

const listening: PostgresPool = {
  options: pool.options,
  end: () => Promise.resolve(),
  connect: async () => {
    const client = await pool.connect()
    return {
      release: () => client.release(),
      query: async (sql: string, parameters: readonly unknown[]) => {
        heard.push({ sql, parameters })
        return run(client, sql, parameters)
      },
    } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
  },
}
const transport = createTransport(process.env['RPC_URL'] ?? '', { attempts: 1 })
const app = portal({ db: ledgerOn(listening), witness: createWitness(transport, manifest) })

/** What a portal asks for a page, in order: made anew, and where it was just answered. Both begin alike. */
interface Asked {
  readonly anew: readonly Statement[]
  readonly again: readonly Statement[]
  readonly type: string
  /** As many bytes as the page has. */
  readonly body: Uint8Array<ArrayBuffer>
}

const record = async (address: string): Promise<Asked> => {
  const ask = async (host: string) => {
    heard = []
    const page = await app.request(`http://${host}${address}`)
    const type = page.headers.get('content-type') ?? ''
    return { bytes: (await page.arrayBuffer()).byteLength, type, heard }
  }
  // An account's rows are kept when it is asked for the second time; the last asking but one may be before the indexer's report.
  for (let asked = 0; asked < 2; asked++) await ask(anewHost())
  const { heard: anew, bytes, type } = await ask(anewHost())
  await ask('localhost')
  const [one, other] = [(await ask('localhost')).heard, (await ask('localhost')).heard]
  const body = new Uint8Array(bytes).fill(0x20)
  return { anew, again: one.length < other.length ? one : other, type, body }
}

/** The snapshot that an address was last answered from. */
const answered = new Map<string, unknown>()

/** Begins as every page does, up to how far the ledger goes, then goes on as the portal would. */
const runAll = async (client: pg.PoolClient, address: string, isAnew: boolean): Promise<Asked> => {
  const known = statements.get(address) ?? (await record(address))
  statements.set(address, known)
  const ask = async ({ sql, parameters }: Statement) => {
    const { rows } = await run(client, sql, parameters)
    return (rows[0] as { snapshot?: string } | undefined)?.snapshot
  }
  let snapshot: string | undefined
  for (const each of known.anew.slice(0, BEGINNING)) snapshot = await ask(each)
  const wasAnswered = !isAnew && snapshot !== undefined && answered.get(address) === snapshot
  const rest = wasAnswered ? known.again : known.anew
  for (const each of rest.slice(BEGINNING)) await ask(each)
  answered.set(address, snapshot)
  return known
}

/** The transaction's begin, and how far the ledger goes. */
const BEGINNING = 2

const bare = new Hono().get('*', async (c) => {
  const url = new URL(c.req.url)
  const client = await pool.connect()
  const { type, body } = await runAll(
    client,
    url.pathname + url.search,
    url.hostname.startsWith(ANEW),
  )
  client.release()
  return c.body(body, 200, { 'content-type': type })
})

const server = createAdaptorServer({ fetch: bare.fetch }) as Server
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
process.stdout.write(`${JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}/` })}\n`)
