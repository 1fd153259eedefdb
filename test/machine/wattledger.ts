import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Ports } from '../../chain/network/ports.ts'
import { stopNetwork } from '../../chain/network/stopNetwork.ts'
import { freePorts } from './geth.ts'

const main = path.join(import.meta.dirname, '..', '..', 'chain', 'cli', 'main.ts')

export type Ended = { code: number; stdout: string; stderr: string }

/** A home with free ports of its own, in which `wattledger` is run as a person would. For `await using`. */
export type Home = AsyncDisposable & {
  readonly path: string
  readonly ports: Ports
  readonly rpcUrl: string
  run: (...args: string[]) => Promise<Ended>
  /** Runs a command that stays: resolves with its first line on stdout. */
  stay: (
    ...args: string[]
  ) => Promise<{ pid: number; line: string; end: (signal: NodeJS.Signals) => Promise<Ended> }>
}

export async function newHome(environment: NodeJS.ProcessEnv = {}): Promise<Home> {
  const home = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  const ports = await freePorts()
  const rpcUrl = `http://127.0.0.1:${ports.rpc}`
  const env = {
    ...process.env,
    WATTLEDGER_HOME: home,
    RPC_URL: rpcUrl,
    RPC_PORT: String(ports.rpc),
    WS_PORT: String(ports.ws),
    P2P_PORT: String(ports.p2p),
    ...environment,
  }
  return {
    path: home,
    ports,
    rpcUrl,
    run: (...args) =>
      new Promise((resolve) => {
        const options = { env, encoding: 'utf8', maxBuffer: 2 ** 26 } as const
        const child = execFile(process.execPath, [main, ...args], options, (_, stdout, stderr) =>
          resolve({ code: child.exitCode ?? -1, stdout, stderr }),
        )
      }),
    stay: async (...args) => {
      const child = spawn(process.execPath, [main, ...args], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const output = { stdout: '', stderr: '' }
      child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
      const ended = once(child, 'close') as Promise<[number | null]>
      const first = once(createInterface(child.stdout), 'line') as Promise<[string]>
      const [line] = await Promise.race([
        first,
        ended.then(() => {
          throw new Error(`It ended at once: ${output.stderr}`)
        }),
      ])
      return {
        pid: child.pid ?? 0,
        line,
        end: async (signal) => {
          child.kill(signal)
          return { code: (await ended)[0] ?? -1, ...output }
        },
      }
    },
    [Symbol.asyncDispose]: async () => {
      await stopNetwork(home)
      await rm(home, { recursive: true, force: true })
    },
  }
}
