import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKey, keysFolder, listKeys } from '../../../chain/keys/keystore.ts'
import { anvilProvider, startAnvil } from '../../machine/anvil.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'chain', 'cli', 'main.ts')
export const PASSPHRASE = 'monsoon over Guwahati'
const KEYS = [
  'board',
  'regulator',
  'treasury',
  'tariff',
  'operations',
  'cashier',
  'consumer',
  'meter',
]

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A program left running. */
export type Running = { readonly end: Promise<Ran>; readonly kill: () => void }

/** A home of its own with keys and a ledger on a chain of its own behind it. For `await using`. */
export type Home = AsyncDisposable & {
  readonly path: string
  readonly url: string
  readonly addresses: Readonly<Record<string, string>>
  /** Runs the real program to its end, as a person would. Its passphrase comes from the environment. */
  readonly run: (
    args: readonly string[],
    environment?: Environment,
    prefix?: readonly string[],
  ) => Promise<Ran>
  readonly start: Home['run'] extends (...given: infer Given) => unknown
    ? (...given: Given) => Running
    : never
  /** Runs it, expects it to do what it was asked, and gives its result. */
  readonly json: (...args: string[]) => Promise<Record<string, unknown>>
}

export type Environment = Record<string, string | undefined>

/** `args` are for anvil. The ledger is deployed, with its roles granted, and nothing else. */
export async function startHome(...args: string[]): Promise<Home> {
  const path = await mkdtemp(join(tmpdir(), 'wattledger-cli-'))
  const anvil = await startAnvil(...args)
  const folder = keysFolder(path)
  await Promise.all(KEYS.map((name) => createKey(folder, name, PASSPHRASE, { isRandom: true })))
  const keys = await listKeys(folder)
  const addresses = Object.fromEntries(keys.map(({ name, address }) => [name, address]))
  const provider = anvilProvider(anvil.url)
  const cash = 10n ** 24n
  await provider.send('anvil_setBalance', [addresses['board'], `0x${cash.toString(16)}`])
  provider.destroy()
  const start: Home['start'] = (line, environment = {}, prefix = []) =>
    startProgram([...prefix, process.execPath, PROGRAM, ...line], {
      WATTLEDGER_HOME: path,
      RPC_URL: anvil.url,
      WATTLEDGER_PASSPHRASE: PASSPHRASE,
      ...environment,
    })
  const json = async (...line: string[]) => {
    const ran = await start([...line, '--json']).end
    if (ran.code !== 0) throw new Error(`${line.join(' ')} ended with ${ran.code}: ${ran.stderr}`)
    return JSON.parse(ran.stdout) as Record<string, unknown>
  }
  await json('deploy')
  return {
    path,
    url: anvil.url,
    addresses,
    start,
    run: (...given) => start(...given).end,
    json,
    [Symbol.asyncDispose]: async () => {
      await anvil.stop()
      await rm(path, { recursive: true })
    },
  }
}

function startProgram([program = '', ...args]: readonly string[], environment: Environment) {
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const end = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }))
  return { end, kill: () => child.kill('SIGKILL') }
}
