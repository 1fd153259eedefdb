import { once } from 'node:events'
import type { Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { createTransport } from '../chain/reader/transport.ts'
import { parseCategoryNames } from '../contracts/rules/categoryNames.ts'
import { portal } from './app.ts'
import { besideFile } from './besideFile.ts'
import { readConfig } from './config.ts'
import { guideFile } from './demo/guide.ts'
import { createPortalServer } from './guard/server.ts'
import { createWitness } from './node/witness.ts'
import { openLedger } from './readOnly.ts'

/** How long a page waits for the node before it says that it could not ask. */
const NODE_TIMEOUT_MS = 2_000

/**
 * V8 learns which objects outlive small garbage collections, and makes such ones among the old at once. A busy minute teaches it
 * that a page's bills do; then each of them keeps what it names until a full collection, although the page is long answered,
 * and the small ones take three times as long.
 */
const ALL_BEGIN_YOUNG = '--no-allocation-site-pretenuring'

/** The read-only portal: environment → config → ledger and node → pages → serve → stop when told to. */
const main = async () => {
  setFlagsFromString(ALL_BEGIN_YOUNG)
  const config = await readConfig(process.env)
  await using db = openLedger(config.readerUrl)
  const transport = createTransport(config.rpcUrl, { timeoutMs: NODE_TIMEOUT_MS, attempts: 1 })
  const witness = createWitness(transport, config.manifest)
  const { fetch } = portal({
    db,
    witness,
    limit: config.limit,
    readGuide: guideFile(config.guide, config.manifest),
    readNames: besideFile(config.categories, parseCategoryNames),
  })
  const server = createPortalServer(fetch)
  stopWhenTold(server)
  server.listen(config.port, config.host)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  process.stdout.write(
    `${JSON.stringify({ ready: true, url: `http://${config.host}:${port}/` })}\n`,
  )
  await once(server, 'close')
  transport.close()
}

/** On Ctrl-C, SIGTERM, or the end of the program that started this one: what is being answered is finished first. */
const stopWhenTold = (server: Server) => {
  const stop = () => {
    process.off('disconnect', stop)
    server.close()
    server.closeIdleConnections()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop)
  if (process.connected) process.once('disconnect', stop)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`portal: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
