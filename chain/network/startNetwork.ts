import type { ChildProcess } from 'node:child_process'
import { findChain, type ChainKind } from './findChain.ts'
import { initNetwork } from './initNetwork.ts'
import { hasNetwork, networkPath, placePath, readNetwork, readPlace } from './network.ts'
import { NetworkError } from './networkError.ts'
import { enodeOf, type Layout } from './nodes.ts'
import { obtainGeth } from './obtainGeth.ts'
import type { Ports } from './ports.ts'
import { findRuns, hasOwner, stopRun, type Owner } from './processes.ts'
import { startEmbedded } from './startAnvil.ts'
import { startGeth } from './startGeth.ts'
import { stopNetwork } from './stopNetwork.ts'

export type NetworkRequest = {
  readonly home: string
  readonly ports: Ports
  /** Which chain; by default the home's, else what the machine has. */
  readonly chain?: ChainKind | undefined
  /** Seconds between blocks where the network is made by this start. */
  readonly period: number
  /** Address that gets the native units of a new chain; asked for only then. */
  readonly board: () => Promise<string>
  /** The command that stays with it, or null. */
  readonly owner: Owner | null
  /** What the embedded chain's clock says where this start makes it, in seconds since 1970; by default the time. */
  readonly clock?: number | undefined
  /** Takes remarks for whoever waits. */
  readonly tell: (line: string) => void
}

export type RunningNetwork = {
  readonly chain: ChainKind
  readonly rpc: string
  readonly ws: string
  /** Geth's address among nodes. */
  readonly peer?: string
  /** Started processes by name. */
  readonly processes: ReadonlyMap<string, ChildProcess>
}

/**
 * Makes the home's chain where there is none, starts it, and returns when blocks are made. What a killed command left
 * behind is stopped first; a start that fails stops what it started. Throws `NetworkError`.
 */
export async function startNetwork(request: NetworkRequest): Promise<RunningNetwork> {
  const { home, ports, owner } = request
  await clear(request)
  const chain = findChain(home, request.chain)
  try {
    if (chain === 'anvil') {
      const child = await startEmbedded({
        home,
        port: ports.rpc,
        board: await request.board(),
        owner,
        clock: request.clock,
      })
      return {
        chain,
        rpc: `http://127.0.0.1:${ports.rpc}`,
        ws: `ws://127.0.0.1:${ports.rpc}`,
        processes: new Map([['anvil', child]]),
      }
    }
    const geth = await obtainGeth(request.tell)
    if (!hasNetwork(home)) {
      const { period } = request
      await initNetwork({ home, geth: geth.geth, board: await request.board(), period })
    }
    const layout = await layoutOf(home, ports)
    const processes = await startGeth(layout, geth, owner)
    return {
      chain,
      rpc: `http://127.0.0.1:${ports.rpc}`,
      ws: `ws://127.0.0.1:${ports.ws}`,
      ...(layout.place.nodes.includes('rpc') ? { peer: await enodeOf(layout, 'rpc') } : {}),
      processes,
    }
  } catch (error) {
    await stopNetwork(home)
    throw error
  }
}

/** A home's Geth network as its nodes are started from it. Throws `NetworkError` where there is none. */
export async function layoutOf(home: string, ports: Ports): Promise<Layout> {
  return {
    home,
    ports,
    network: await readNetwork(networkPath(home)),
    place: await readPlace(placePath(home)),
  }
}

/** Refuses a second start, and stops what a killed one left. */
async function clear({ home, tell }: NetworkRequest): Promise<void> {
  for (const run of await findRuns(home)) {
    if (run.owner === null || (await hasOwner(run))) throw new AlreadyRuns(run.name, run.pid)
    tell(`Stopping the ${run.name} process ${run.pid}, which an earlier start left behind.`)
    await stopRun(home, run)
  }
}

export class AlreadyRuns extends NetworkError {
  override name = 'AlreadyRuns'

  constructor(name: string, pid: number) {
    super(
      `The network of this home runs already (${name} is process ${pid}): use it as it is, or stop it with "wattledger network stop".`,
    )
  }
}
