/**
 * A bare Hono route: for each address, the queries that the portal's page runs, in the same transaction, their rows thrown
 * away. What it answers a second is what Postgres, its driver, Hono and the socket leave to a page. Started by the bench.
 */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { PostgresPool } from 'kysely'
import { createTransport } from '../../../chain/reader/transport.ts'
import { createPool } from '../../../migrations/connect.ts'
import { portal } from '../../../portal/app.ts'
import { createWitness } from '../../../portal/node/witness.ts'
import { ledgerOn, statement } from '../../../portal/readOnly.ts'
import { manifest } from '../../portal/writtenLedger.ts'
import { ANEW, anewHost } from './load.ts'

interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

const pool = createPool(process.env['READER_DATABASE_URL'] ?? '', { name: 'bare route' })
const statements = new Map<string, Statement[]>()
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
        return client.query(statement(sql, parameters))
      },
    } as unknown as Awaited<ReturnType<PostgresPool['connect']>>
  },
}
const transport = createTransport(process.env['RPC_URL'] ?? '', { attempts: 1 })
const app = portal({ db: ledgerOn(listening), witness: createWitness(transport, manifest) })

/**
 * What a portal asks for a page, in order: where it was asked for before, or made anew, as the host's name says. The fewest
 * of some askings, since what it keeps may have ended between two.
 */
const record = async (address: string, isAnew: boolean): Promise<Statement[]> => {
  const askings: Statement[][] = []
  for (let i = 0; i < 4; i++) {
    heard = []
    await app.request(`http://${isAnew ? anewHost() : 'localhost'}${address}`)
    askings.push(heard)
  }
  return askings.reduce((fewest, asking) => (asking.length < fewest.length ? asking : fewest))
}

const bare = new Hono().get('*', async (c) => {
  const url = new URL(c.req.url)
  const address = url.pathname + url.search
  const isAnew = url.hostname.startsWith(ANEW)
  const key = `${isAnew} ${address}`
  const known = statements.get(key) ?? (await record(address, isAnew))
  statements.set(key, known)
  const client = await pool.connect()
  let rows = 0
  for (const { sql, parameters } of known)
    rows += (await client.query(statement(sql, parameters))).rows.length
  client.release()
  return c.text(String(rows))
})

const server = createAdaptorServer({ fetch: bare.fetch }) as Server
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
process.stdout.write(`${JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}/` })}\n`)
