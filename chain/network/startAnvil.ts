import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport, type Transport } from '../reader/transport.ts'
import { anvilBinary, anvilRules } from './anvilBinary.ts'
import { BOARD_UNITS } from './genesis.ts'
import { lastLines, logPath } from './logs.ts'
import { NetworkError } from './networkError.ts'
import { refuseTakenPorts } from './ports.ts'
import { startProcess, type Owner } from './processes.ts'

/** Whether the embedded chain was started in this home. */
export const hasAnvil = (home: string): boolean => existsSync(path.join(home, 'anvil'))

/**
 * Starts the embedded chain, which mines each transaction at once, and waits until it answers. Its blocks survive in
 * anvil/state.json, written every 2 s and at the end. `board` gets the native units of a new chain.
 * Throws `PortTaken`, `AnvilEnded`, `NoAnvil`.
 */
export async function startEmbedded({
  home,
  port,
  board,
  owner,
  clock = Math.floor(Date.now() / 1000),
}: {
  home: string
  port: number
  board: string
  owner: Owner | null
  /** What a new chain's clock says, in seconds since 1970. */
  clock?: number | undefined
}): Promise<ChildProcess> {
  await refuseTakenPorts([{ port, use: "the chain's RPC", variable: 'RPC_PORT' }])
  const state = path.join(home, 'anvil', 'state.json')
  await mkdir(path.dirname(state), { recursive: true, mode: 0o700 })
  const isNew = !existsSync(state)
  const child = await startProcess({
    home,
    name: 'anvil',
    program: anvilBinary(),
    args: [...embeddedArgs(state, port), ...(isNew ? ['--timestamp', String(beginning())] : [])],
    mark: state,
    owner,
  })
  const node = createTransport(`http://127.0.0.1:${port}`, { attempts: 1 })
  await untilAnswers(home, node, child)
  if (Number(await node.request('eth_blockNumber')) === 0) {
    await node.request('anvil_setBalance', [board, `0x${BOARD_UNITS.toString(16)}`])
    await node.request('anvil_setTime', [`0x${clock.toString(16)}`])
  }
  node.close()
  return child
}

const embeddedArgs = (state: string, port: number) =>
  [
    ['--port', String(port)],
    anvilRules,
    // No accounts whose keys everybody knows, and no web page may speak to it.
    ['--accounts', '0', '--no-cors'],
    // All states of 2,000 blocks would take 175 MB on disk and 900 MB of memory; the newest 64 take 15 and 140.
    ['--state', state, '--state-interval', '2'],
    ['--preserve-historical-states', '--prune-history', '64'],
  ].flat()

/** Three years ago, so that a demo can move the clock of a new chain back and record a past in its own time. */
const beginning = () => Math.floor(Date.now() / 1000) - 3 * 365 * 86_400

async function untilAnswers(home: string, node: Transport, child: ChildProcess): Promise<void> {
  const end = Date.now() + 60_000
  for (;;) {
    const answer = await node.request('eth_chainId').catch(() => undefined)
    if (answer !== undefined) return
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > end) {
      throw new AnvilEnded(home, await lastLines(home, 'anvil', 5))
    }
    await sleep(25)
  }
}

export class AnvilEnded extends NetworkError {
  override name = 'AnvilEnded'

  constructor(home: string, log: string[]) {
    super(
      `The embedded chain doesn't run; the end of ${logPath(home, 'anvil')}:\n${log.map((line) => `  ${line}`).join('\n')}`,
    )
  }
}
