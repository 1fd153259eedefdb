import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '../../../migrations/connect.ts'
import { freePort } from '../../machine/freePort.ts'
import type { KeptChain } from '../chain/keptChain.ts'
import { cpuSecondsOf } from './cpuTime.ts'
import { startChild } from './child.ts'
import type { BenchPostgres } from './postgres.ts'
import type { Indexed } from './wattledger.ts'

const folder = path.join(import.meta.dirname, '..', 'ponder')

/** Installs Ponder into its own folder, where it is not yet. */
export const installPonder = (): void => {
  if (existsSync(path.join(folder, 'node_modules', '.bin', 'ponder'))) return
  process.stderr.write('Installing Ponder in test/bench/ponder …\n')
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('npm ci in test/bench/ponder failed: see above.')
}

/** Ponder on the same chain and the same Postgres, until it says that all history is indexed. */
export const indexByPonder = async (
  { manifest }: KeptChain,
  node: { readonly url: string },
  postgres: BenchPostgres,
): Promise<Indexed> => {
  const url = await postgres.create('ponder')
  // It keeps what it fetched before; each measurement begins with nothing.
  await rm(path.join(folder, '.ponder'), { recursive: true, force: true })
  try {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const env = {
      ...process.env,
      DATABASE_URL: url,
      DATABASE_SCHEMA: 'ledger',
      RPC_URL: node.url,
      PONDER_RPC_URL_20482: node.url,
      CONTRACT: manifest.contract,
      PONDER_TELEMETRY_DISABLED: 'true',
    }
    const program = path.join(folder, 'node_modules', 'ponder', 'dist', 'esm', 'bin', 'ponder.js')
    const args = [program, 'start', '--port', String(port)]
    const began = performance.now()
    await using ponder = startChild(process.execPath, args, { cwd: folder, env })
    await ponder.until200(`${address}/health`)
    const answered = performance.now()
    await ponder.until200(`${address}/ready`)
    const ended = performance.now()
    const peakMemory = ponder.peakMemory()
    const cpuSeconds = cpuSecondsOf(ponder.pid)
    return {
      seconds: (ended - answered) / 1000,
      secondsInAll: (ended - began) / 1000,
      peakMemory,
      cpuSeconds,
      ...(await stored(url)),
    }
  } finally {
    await postgres.drop('ponder')
  }
}

/** Rows of its tables, and the bytes of them and of what it keeps of the chain. */
const stored = async (url: string): Promise<{ rows: number; disk: number }> => {
  const client = createClient(url)
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'ledger' and table_type = 'BASE TABLE' and table_name !~ '^_'`,
    )
    let rows = 0
    for (const { name } of tables.rows) {
      const table = `ledger.${client.escapeIdentifier(name)}`
      const counted = await client.query<{ rows: number }>(`select count(*) as rows from ${table}`)
      rows += counted.rows[0]?.rows ?? 0
    }
    const size = await client.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(oid))::text as bytes from pg_class
       where relkind = 'r' and relnamespace::regnamespace::text in ('ledger', 'ponder_sync')`,
    )
    return { rows, disk: Number(size.rows[0]?.bytes) }
  } finally {
    await client.end()
  }
}
