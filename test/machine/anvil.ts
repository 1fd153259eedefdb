import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { HDNodeWallet, JsonRpcProvider } from 'ethers'
import { anvilBinary, anvilRules } from '../../chain/network/anvilBinary.ts'

export type Anvil = AsyncDisposable & {
  /** HTTP; the same port speaks WebSocket. */
  readonly url: string
  readonly ws: string
  readonly pid: number
  /** Ends the process and waits for it. Harmless the second time. */
  stop: () => Promise<void>
}

/**
 * A fresh anvil on a free loopback port, by the network's rules; each transaction is mined at once. `args` are added to
 * its command line (`'--block-time', '1'`, `'--state', file`). For `await using`.
 */
export async function startAnvil(...args: string[]): Promise<Anvil> {
  const child = spawn(anvilBinary(), ['--port', '0', ...anvilRules, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const port = await listeningPort(child.stdout)
  // Its log goes on; a full pipe would stop it.
  child.stdout.resume()
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await exited
  }
  return {
    url: `http://127.0.0.1:${port}`,
    ws: `ws://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

/** anvil's unlocked account `index` (0 to 9), 10,000 units each, connected to `url`. */
export function anvilWallet(url: string, index: number): HDNodeWallet {
  return HDNodeWallet.fromPhrase(
    'test test test test test test test test test test test junk',
    undefined,
    `m/44'/60'/0'/0/${index}`,
  ).connect(anvilProvider(url))
}

/** ethers' provider without its quarter-second cache and polling, and without asking for the chain id again. */
export function anvilProvider(url: string): JsonRpcProvider {
  return new JsonRpcProvider(url, 20482, {
    staticNetwork: true,
    cacheTimeout: -1,
    polling: true,
    pollingInterval: 50,
    batchMaxCount: 1,
  })
}

async function listeningPort(output: NodeJS.ReadableStream): Promise<number> {
  const lines: string[] = []
  for await (const line of createInterface(output)) {
    lines.push(line)
    const port = /^Listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error(`anvil ended before it listened: ${lines.join('\n')}`)
}
