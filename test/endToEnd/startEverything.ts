import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, freePortsInARow } from '../machine/freePort.ts'

export type Everything = AsyncDisposable & {
  /** Address of the portal. */
  readonly portal: string
  /** Code of the reference session's account. */
  readonly code: string
  /** The variables that it runs with, for commands against the same ledger. */
  readonly env: NodeJS.ProcessEnv
  /** What it printed for a person. */
  readonly printed: string
  /** Settles once the demo town is on the chain, where there is to be one. */
  readonly townIsComplete: Promise<void>
  /** As Ctrl-C does; answers the exit code. */
  readonly interrupt: () => Promise<number | null>
}

/** A folder and ports of its own, so that two ledgers can run side by side. */
export const ownPlace = async (): Promise<NodeJS.ProcessEnv & AsyncDisposable> => {
  const home = await mkdtemp(join(tmpdir(), 'wattledger-'))
  const port = async () => String(await freePort())
  return {
    ...process.env,
    WATTLEDGER_HOME: home,
    PORT: await port(),
    RPC_PORT: await port(),
    WS_PORT: await port(),
    PG_PORT: await port(),
    INDEXER_PORT: await port(),
    P2P_PORT: String(await freePortsInARow(6)),
    [Symbol.asyncDispose]: async () => {
      await rm(home, { recursive: true, force: true })
      await rm(`${home}.old`, { recursive: true, force: true })
    },
  }
}

/** `npm start` as a person runs it, waited for until it has printed its block. */
export const startEverything = async (
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<Everything> => {
  const child = spawn(process.execPath, ['start.ts', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  let printed = ''
  let log = ''
  const townIsComplete = new Promise<void>((done) =>
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('The town is complete')) done()
    }),
  )
  await Promise.race([
    new Promise<void>((done) =>
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('Try next')) done()
      }),
    ),
    exited.then(([code]) => {
      throw new Error(`npm start ended with ${code}:\n${log}`)
    }),
  ])
  const interrupt = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
    const [code] = await exited
    return code
  }
  return {
    portal: /Portal +(\S+)/.exec(printed)?.[1] ?? '',
    code: /accounts\/(\S+)/.exec(printed)?.[1] ?? '',
    env,
    printed,
    townIsComplete,
    interrupt,
    [Symbol.asyncDispose]: async () => {
      await interrupt()
    },
  }
}

/** The signing CLI in the same place; answers its JSON. Throws with its sentence where it refuses. */
export const wattledger = async (env: NodeJS.ProcessEnv, ...args: string[]): Promise<unknown> => {
  const child = spawn(process.execPath, ['chain/cli/main.ts', '--json', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  const errors: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(Buffer.concat(errors).toString())
  return JSON.parse(Buffer.concat(output).toString())
}
