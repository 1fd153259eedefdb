import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Wallet, type BaseWallet } from 'ethers'
import type { Signer } from '../../chain/network/genesis.ts'
import { findGeth } from '../../chain/network/findGeth.ts'
import { initNetwork } from '../../chain/network/initNetwork.ts'
import { openIpc, type Ipc } from '../../chain/network/ipc.ts'
import { ipcPath, type NodeName } from '../../chain/network/network.ts'
import { enodeOf, type Layout } from '../../chain/network/nodes.ts'
import type { Ports } from '../../chain/network/ports.ts'
import { findRun, thisOwner } from '../../chain/network/processes.ts'
import { startGeth, startNode } from '../../chain/network/startGeth.ts'
import { layoutOf } from '../../chain/network/startNetwork.ts'
import { stopNetwork, stopNode } from '../../chain/network/stopNetwork.ts'
import { anvilProvider } from './anvil.ts'
import { freePort, freePortsInARow } from './freePort.ts'

export type GethNetwork = AsyncDisposable & {
  /** HTTP of the RPC node, which doesn't seal. */
  readonly url: string
  readonly ws: string
  /** Address of the RPC node among nodes. */
  readonly peer: string
  readonly home: string
  readonly signers: readonly Signer[]
  /** The key that the genesis gives its native units to, connected to `url`. Send with `type: 0, gasPrice: 0`. */
  readonly board: BaseWallet
  /** Number of the newest block of a node. */
  height: (node?: NodeName) => Promise<number>
  /** Waits until the RPC node has a block of this number. */
  reach: (number: number) => Promise<void>
  stopNode: (node: NodeName) => Promise<void>
  /** As a power cut would: SIGKILL. */
  killNode: (node: NodeName) => Promise<void>
  startNode: (node: NodeName) => Promise<void>
  /**
   * Replaces the newest `depth` blocks: the signers, cut off from the RPC node, go back that far, seal a heavier
   * branch, and meet it again. Returns the number of the last common block. Takes about depth + 3 s, and up to 35 s
   * more when done again soon, since nodes don't dial each other as often.
   */
  reorg: (depth: number) => Promise<number>
}

/** A fresh network of three signers and an RPC node, period 1, up in about 4 s. For `await using`. */
export async function startGethNetwork(): Promise<GethNetwork> {
  const geth = findGeth()
  if (geth === undefined) throw new Error("No geth here: guard this test by need('geth').")
  // Without a bootnode the nodes know only whom they are introduced to, so that they can be kept apart.
  const nodes = { ...geth, bootnode: undefined }
  const home = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  const board = Wallet.createRandom()
  const ports = await freePorts()
  const { network } = await initNetwork({ home, geth: geth.geth, board: board.address, period: 1 })
  const layout = await layoutOf(home, ports)
  const url = `http://127.0.0.1:${ports.rpc}`
  const provider = anvilProvider(url)
  const stop = async () => {
    provider.destroy()
    await stopNetwork(home)
    await rm(home, { recursive: true, force: true })
  }
  try {
    await startGeth(layout, nodes, await thisOwner())
  } catch (error) {
    await stop()
    throw error
  }
  const height = (node: NodeName = 'rpc') => ask(home, node, (ipc) => heightOf(ipc))
  const reach = async (number: number) => {
    while ((await height()) < number) await sleep(50)
  }
  return {
    url,
    ws: `ws://127.0.0.1:${ports.ws}`,
    peer: await enodeOf(layout, 'rpc'),
    home,
    signers: network.signers,
    board: new Wallet(board.privateKey, provider),
    height,
    reach,
    stopNode: async (node) => {
      await stopNode(home, node)
    },
    killNode: async (node) => {
      const run = await findRun(home, node)
      if (run !== undefined) process.kill(run.pid, 'SIGKILL')
      while ((await findRun(home, node)) !== undefined) await sleep(20)
    },
    startNode: (node) => startNode(layout, nodes, node),
    reorg: (depth) => reorg(layout, depth),
    [Symbol.asyncDispose]: stop,
  }
}

/** Free a moment ago: RPC, WebSocket, and five in a row for the nodes. */
export const freePorts = async (): Promise<Ports> => ({
  rpc: await freePort(),
  ws: await freePort(),
  p2p: await freePortsInARow(5),
})

const signerNames = ['board', 'consumer', 'regulator'] as const

async function reorg(layout: Layout, depth: number): Promise<number> {
  const { home } = layout
  const rpc = await enodeOf(layout, 'rpc')
  await onSigners(home, async (ipc) => {
    await ipc.request('miner_stop')
    await ipc.request('admin_removeTrustedPeer', [rpc])
    await ipc.request('admin_removePeer', [rpc])
  })
  const signers = await Promise.all(signerNames.map((node) => enodeOf(layout, node)))
  await ask(home, 'rpc', async (ipc) => {
    for (const signer of signers) await ipc.request('admin_removePeer', [signer])
  })
  await sleep(300)
  const before = await ask(home, 'rpc', async (ipc) => ({
    number: await heightOf(ipc),
    weight: await weightOf(ipc),
  }))
  const ancestor = Math.max(0, before.number - depth)
  await onSigners(home, (ipc) => ipc.request('debug_setHead', [`0x${ancestor.toString(16)}`]))
  await onSigners(home, (ipc) => ipc.request('miner_start'))
  await ask(home, 'board', async (ipc) => {
    while ((await weightOf(ipc)) <= before.weight) await sleep(100)
  })
  await onSigners(home, (ipc) => ipc.request('admin_addTrustedPeer', [rpc]))
  await ask(home, 'rpc', async (ipc) => {
    // The other way round than before: a signer wouldn't dial again what it dialled within 35 s.
    for (const signer of signers) await ipc.request('admin_addPeer', [signer])
    while ((await weightOf(ipc)) <= before.weight) await sleep(50)
  })
  return ancestor
}

async function onSigners(home: string, act: (ipc: Ipc) => Promise<unknown>): Promise<void> {
  await Promise.all(signerNames.map((node) => ask(home, node, act)))
}

async function ask<T>(
  home: string,
  node: NodeName,
  question: (ipc: Ipc) => Promise<T>,
): Promise<T> {
  await using ipc = await openIpc(ipcPath(home, node))
  return await question(ipc)
}

const heightOf = async (ipc: Ipc) => Number(await ipc.request('eth_blockNumber'))

/** Total difficulty of the newest block, by which nodes choose between branches. */
async function weightOf(ipc: Ipc): Promise<number> {
  const block = await ipc.request('eth_getBlockByNumber', ['latest', false])
  return Number((block as { totalDifficulty: string }).totalDifficulty)
}
