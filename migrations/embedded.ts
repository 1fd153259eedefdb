import { join } from 'node:path'
import { readConfig } from './config.ts'
import { createClient } from './connect.ts'
import { readDatabaseFile, writeDatabaseFile } from './databaseFile.ts'
import { startServer } from './embedded/server.ts'

/** The Postgres that npm brought, in the foreground: start or resume → tell where → stop on SIGINT or SIGTERM. */
const main = async () => {
  const { home, port, databaseFile } = readConfig(process.env)
  const stopped = untilStopped()
  const server = await startServer({ folder: join(home, 'postgres'), port, database: 'wattledger' })
  const known = await readDatabaseFile(databaseFile)
  if (known.owner !== server.url) await writeDatabaseFile(databaseFile, { owner: server.url })
  const { url, resumed } = server
  const watch = await watchServer(url)
  process.stdout.write(`${JSON.stringify({ ready: true, url, resumed })}\n`)
  const reason = await Promise.race([stopped, watch.ended])
  await watch.close()
  if (reason === 'ended') {
    process.stderr.write(`embedded: Postgres ended by itself, see ${join(home, 'postgres')}\n`)
    process.exitCode = 1
  } else await server.stop()
}

/** Ctrl-C, a supervisor's SIGTERM, or the end of the program that started us and holds a channel to us. */
const untilStopped = () =>
  new Promise<'stopped'>((resolve) => {
    const stop = () => {
      process.off('disconnect', stop)
      resolve('stopped')
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    if (process.connected) process.once('disconnect', stop)
  })

/** A connection that does nothing but break when the server goes. */
const watchServer = async (url: string) => {
  const client = createClient(url, { name: 'wattledger watch' })
  const ended = new Promise<'ended'>((resolve) => {
    client.on('error', () => resolve('ended'))
    client.on('end', () => resolve('ended'))
  })
  await client.connect()
  return { ended, close: () => client.end().catch(() => {}) }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`embedded: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
