import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { TestDatabase } from '../machine/postgres.ts'

export interface Setup {
  manifest: Manifest
  database: Pick<TestDatabase, 'writerUrl'>
  rpcUrl: string
  env?: NodeJS.ProcessEnv
}

/** An indexer as it runs: `node indexer/main.ts` with a home of its own. `await using` kills it. */
export interface RunningIndexer extends AsyncDisposable {
  pid: number
  /** Where its /health, /ready and /metrics are, once it is listening. */
  health(): Promise<string>
  /** Resolves when it has said that it is caught up. */
  caughtUp: Promise<void>
  /** How it ended: its exit code, and everything it wrote to standard error. */
  ended: Promise<{ code: number | null; errors: string }>
  errors(): string
  kill(signal: NodeJS.Signals): void
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>
}

export const startIndexer = async ({
  manifest,
  database,
  rpcUrl,
  env = {},
}: Setup): Promise<RunningIndexer> => {
  const home = await mkdtemp(join(tmpdir(), 'wattledger-indexer-'))
  await writeFile(join(home, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(home, 'database.json'), JSON.stringify({ writer: database.writerUrl }))
  const { DATABASE_URL: _, WS_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, ['indexer/main.ts'], {
    env: { ...inherited, WATTLEDGER_HOME: home, RPC_URL: rpcUrl, INDEXER_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exited = once(child, 'close')
  const ended = exited.then(([code]) => ({ code: code as number | null, errors }))
  const said = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{"ready":true')) resolve()
    })
  })
  const caughtUp = Promise.race([
    said,
    ended.then((end) => {
      throw new Error(`The indexer ended with ${end.code}: ${end.errors}`)
    }),
  ])
  // Not everyone waits for it.
  caughtUp.catch(() => {})
  return {
    pid: child.pid ?? 0,
    caughtUp,
    ended,
    errors: () => errors,
    health: async () => {
      for (;;) {
        const url = /"health":"([^"]+)"/.exec(errors)?.[1]
        if (url !== undefined) return url
        await sleep(20)
      }
    },
    kill: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM')
      return (await ended).code
    },
    [Symbol.asyncDispose]: async () => {
      // A paused one can't be told to stop.
      child.kill('SIGKILL')
      await exited
      await rm(home, { recursive: true, force: true })
    },
  }
}
