import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Geth } from './findGeth.ts'
import { openIpc, type Ipc } from './ipc.ts'
import { lastLines, logPath } from './logs.ts'
import { ipcPath, nodeFolder, type NodeName } from './network.ts'
import { nodeKeyPath } from './initNetwork.ts'
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
  for (const node of nodes.sealing) await sealFree(node)
  await nextBlock(layout, nodes.watcher, from)
  return started
}

/** Starts one node of a network whose others run, and lets it seal. */
export async function startNode(layout: Layout, geth: Geth, node: NodeName): Promise<void> {
  const others = portUses({ ...layout, place: { ...layout.place, nodes: [node] } })
  await refuseTakenPorts(others.filter(({ protocol }) => protocol !== 'udp'))
  const child = await startProcess(await nodeStart(layout, geth, node, null))
  await using ipc = await reachNode(layout, node, child)
  await introduce(
    layout,
    ipc,
    layout.place.nodes.filter((other) => other !== node),
  )
  if (isParty(node)) await sealFree(ipc)
}

/**
 * Lets a signer mine transactions that pay nothing. Geth turns `--miner.gasprice 0` into 1 gwei, then takes such a
 * transaction, returns its hash and never mines it; so the price is set here, after every start, and before sealing.
 */
async function sealFree(signer: Ipc): Promise<void> {
  await signer.request('miner_setGasPrice', ['0x0'])
  await signer.request('miner_start')
}

/** Ends sealing and gives the last block the time to reach the others, so that all stop at the same one. */
export async function stopSealing(home: string, nodes: readonly NodeName[]): Promise<void> {
  const stopped = await Promise.allSettled(
    nodes.filter(isParty).map(async (node) => {
      await using ipc = await openIpc(ipcPath(home, node))
      await ipc.request('miner_stop')
    }),
  )
  // A node that doesn't answer has nothing to send either.
  if (stopped.some(({ status }) => status === 'fulfilled')) await sleep(200)
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
    sealing: [...all].filter(([node]) => isParty(node)).map(([, ipc]) => ipc),
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
    return await openIpc(ipcPath(layout.home, node), 20_000, ended.signal)
  } catch (cause) {
    throw new NodeEnded(layout.home, node, await lastLines(layout.home, node, 5), { cause })
  } finally {
    child?.off('exit', end)
  }
}

/**
 * Waits until the nodes see each other and stand at the same block: a signer that lags would seal beside the others.
 * Not longer than 12 s, since a party that is down must not stop all.
 */
async function settle(nodes: readonly Ipc[]): Promise<void> {
  const end = Date.now() + 12_000
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
