import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { createTransport } from '../chain/reader/transport.ts'
import { portal } from './app.ts'
import { readConfig } from './config.ts'
import { createWitness } from './node/witness.ts'
import { openLedger } from './readOnly.ts'

/** The read-only portal: environment → config → ledger and node → pages → serve → stop on SIGTERM. */
const main = async () => {
  const config = await readConfig(process.env)
  await using db = openLedger(config.databaseUrl)
  const transport = createTransport(config.rpcUrl, { timeoutMs: 2_000, attempts: 1 })
  const witness = createWitness(transport, config.manifest)
  const server = serve({
    fetch: portal({ db, witness }).fetch,
    port: config.port,
    hostname: config.host,
  })
  const stop = () => {
    server.close()
    // Browsers keep their connections open; an answer under way is still finished.
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  process.stdout.write(
    `${JSON.stringify({ ready: true, url: `http://${config.host}:${port}/` })}\n`,
  )
  await once(server, 'close')
  transport.close()
}

try {
  await main()
} catch (error) {
  process.stderr.write(`portal: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
