import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '../../../migrations/connect.ts'
import { startServer } from '../../../migrations/embedded/server.ts'
import { freePort } from '../../machine/freePort.ts'

/** The embedded Postgres with its own settings, on an empty cluster; gone with all its data by `await using`. */
export interface BenchPostgres extends AsyncDisposable {
  /** Owner's connection string to a new database of that name. */
  readonly create: (name: string) => Promise<string>
  readonly drop: (name: string) => Promise<void>
  readonly pid: () => Promise<number>
}

export const startPostgres = async (): Promise<BenchPostgres> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-bench-'))
  const server = await startServer({ folder, port: await freePort(), database: 'bench' })
  const ask = async (statement: string) => {
    const client = createClient(server.url)
    await client.connect()
    try {
      return await client.query<Record<string, unknown>>(statement)
    } finally {
      await client.end()
    }
  }
  return {
    create: async (name) => {
      await ask(`create database ${name}`)
      const url = new URL(server.url)
      url.pathname = `/${name}`
      return url.href
    },
    drop: async (name) => {
      await ask(`drop database ${name} with (force)`)
      // So that the next party does not pay for what this one left to be written.
      await ask('checkpoint')
    },
    pid: async () =>
      Number.parseInt(
        String((await ask(`select pg_read_file('postmaster.pid') as text`)).rows[0]?.['text']),
        10,
      ),
    [Symbol.asyncDispose]: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
