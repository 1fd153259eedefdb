import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Geth } from './findGeth.ts'
import { openIpc, type Ipc } from './ipc.ts'
import { lastLines, logPath } from './logs.ts'
import { ipcPath, nodeFolder, type NodeName } from './network.ts'
import { listenerOf, makeNodeKey, nodeKeyPath } from './nodeKeys.ts'
import { listen, seal } from './sealing.ts'
import type { Party } from '../../contracts/proof/manifest.ts'
import { NetworkError } from './networkError.ts'
import { bootnodeArgs, enodeOf, gethArgs, isParty, portUses, type Layout } from './nodes.ts'
import { refuseTakenPorts } from './ports.ts'
import { startProcess, type Owner } from './processes.ts'

/** The processes of a start, by their names. */
export type Started = Map<string, ChildProcess>

/**
 * Starts the bootnode and this home's nodes and waits until blocks are made: 2 s with period 1. `owner` is the process
 * that stays with them, if one does. Throws `PortTaken`, `NodeEnded`, `NoBlocks`.
 */
export async function startGeth(layout: Layout, geth: Geth, owner: Owner | null): Promise<Started> {
  await refuseTakenPorts(portUses(layout))
  // A network that was made before has none.
  await makeNodeKey(layout.home, 'reader')
  const starts = [
    ...(geth.bootnode === undefined ? [] : [bootnodeStart(layout, geth.bootnode, owner)]),
    ...(await Promise.all(layout.place.nodes.map((node) => nodeStart(layout, geth, node, owner)))),
  ]
  const started: Started = new Map()
  for (const start of starts) started.set(start.name, await startProcess(start))
  await using nodes = await reach(layout, started)
  const names = layout.place.nodes
  for (const [at, ipc] of nodes.all.entries()) await introduce(layout, ipc, names.slice(at + 1))
  await settle(nodes.all)
  const from = await height(nodes.watcher)
  await Promise.all(nodes.signers.map(([party, ipc]) => seal(ipc, sealerOf(layout, party))))
  await nextBlock(layout, nodes.watcher, from)
  return started
}

/** Starts one node of a network whose others run, and lets it seal when it has caught up. */
export async function startNode(layout: Layout, geth: Geth, node: NodeName): Promise<void> {
  const ofOne = portUses({ ...layout, place: { ...layout.place, nodes: [node] } })
  await refuseTakenPorts(ofOne.filter(({ protocol }) => protocol !== 'udp'))
  await makeNodeKey(layout.home, 'reader')
  const child = await startProcess(await nodeStart(layout, geth, node, null))
  await using ipc = await reachNode(layout, node, child)
  const others = layout.place.nodes.filter((other) => other !== node)
  await introduce(layout, ipc, others)
  await using open = new AsyncDisposableStack()
  const running = await Promise.all(
    others.map(async (other) => openIpc(ipcPath(layout.home, other)).catch(() => undefined)),
  )
  await settle([ipc, ...running.filter((other) => other !== undefined).map((it) => open.use(it))])
  if (isParty(node)) await seal(ipc, sealerOf(layout, node))
}

/** Address of a party's sealing key. */
function sealerOf({ network }: Layout, party: Party): string {
  const signer = network.signers.find((one) => one.party === party)
  if (signer === undefined) throw new NetworkError(`The network has no signer for the ${party}.`)
  return signer.address
}

/** Lets a node dial others of this machine. */
async function introduce(layout: Layout, ipc: Ipc, others: readonly NodeName[]): Promise<void> {
  for (const other of others) await ipc.request('admin_addPeer', [await enodeOf(layout, other)])
}

const nodeStart = async (layout: Layout, geth: Geth, node: NodeName, owner: Owner | null) => ({
  home: layout.home,
  name: node,
  program: geth.geth,
  args: await gethArgs(layout, node),
  mark: nodeFolder(layout.home, node),
  owner,
})

const bootnodeStart = (layout: Layout, program: string, owner: Owner | null) => ({
  home: layout.home,
  name: 'bootnode',
  program,
  args: bootnodeArgs(layout),
  mark: nodeKeyPath(layout.home, 'bootnode'),
  owner,
})

/** Connections to all nodes. The watcher is the RPC node, whose view is everyone's. */
async function reach(layout: Layout, started: Started) {
  const all = new Map(
    await Promise.all(
      layout.place.nodes.map(
        async (node) => [node, await reachNode(layout, node, started.get(node))] as const,
      ),
    ),
  )
  const watcher = all.get('rpc') ?? all.values().next().value
  if (watcher === undefined) throw new NetworkError('This home runs no node.')
  return {
    all: [...all.values()],
    signers: [...all].flatMap(([node, ipc]) => (isParty(node) ? [[node, ipc] as const] : [])),
    watcher,
    async [Symbol.asyncDispose]() {
      for (const ipc of all.values()) await ipc[Symbol.asyncDispose]()
    },
  }
}

async function reachNode(layout: Layout, node: NodeName, child: ChildProcess | undefined) {
  const ended = new AbortController()
  const end = () => ended.abort()
  child?.once('exit', end)
  if (child?.exitCode !== null || child.signalCode !== null) end()
  try {
    const ipc = await openIpc(ipcPath(layout.home, node), 20_000, ended.signal)
    await listen(ipc, await listenerOf(layout.home, node))
    return ipc
  } catch (cause) {
    throw new NodeEnded(layout.home, node, await lastLines(layout.home, node, 5), { cause })
  } finally {
    child?.off('exit', end)
  }
}

/**
 * Waits until the nodes see each other and stand at the same block: a signer that lags would seal beside the others.
 * Geth dials a node that did not answer again after 35 s; not longer, since a party that is down must not stop all.
 */
async function settle(nodes: readonly Ipc[]): Promise<void> {
  const end = Date.now() + 40_000
  while (Date.now() < end) {
    const peers = await Promise.all(nodes.map((node) => node.request('net_peerCount')))
    const heads = await Promise.all(nodes.map((node) => height(node)))
    const areConnected = peers.every((count) => Number(count) >= nodes.length - 1)
    if (areConnected && new Set(heads).size === 1) return
    await sleep(50)
  }
}

const height = async (node: Ipc) => Number(await node.request('eth_blockNumber'))

async function nextBlock(layout: Layout, watcher: Ipc, from: number): Promise<void> {
  const { period } = layout.network.genesis.config.clique
  const patience = 20_000 + 5_000 * period
  const end = Date.now() + patience
  while ((await height(watcher)) <= from) {
    if (Date.now() > end) throw new NoBlocks(layout.home, from, patience / 1000)
    await sleep(50)
  }
}

export class NodeEnded extends NetworkError {
  override name = 'NodeEnded'

  constructor(home: string, node: string, log: string[], options?: ErrorOptions) {
    super(
      `The ${node} node doesn't run; the end of ${logPath(home, node)}:\n${log.map((line) => `  ${line}`).join('\n')}`,
      options,
    )
  }
}

export class NoBlocks extends NetworkError {
  override name = 'NoBlocks'

  constructor(home: string, from: number, seconds: number) {
    super(
      `No block followed ${from} within ${seconds} s: two of the three signers must run and reach each other; see "wattledger network status" and ${logPath(home, 'board')}.`,
    )
  }
}
