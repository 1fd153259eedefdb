import { createTransport } from '../reader/transport.ts'
import type { Party } from '../../contracts/proof/manifest.ts'
import { chainOf, type ChainKind } from './findChain.ts'
import { openIpc, type Ipc } from './ipc.ts'
import {
  ipcPath,
  networkPath,
  placePath,
  readNetwork,
  readPlace,
  type NodeName,
} from './network.ts'
import { findRun } from './processes.ts'

/** How a home's network is now. */
export type NetworkStatus = {
  readonly chain: ChainKind | null
  /** The newest block that any of the nodes has. */
  readonly head: Head | null
  readonly nodes: readonly NodeStatus[]
  /** Empty on anvil, where no party seals. */
  readonly signers: readonly SignerStatus[]
}

type Head = {
  readonly number: number
  readonly hash: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly ageSeconds: number
  /** Who sealed it. */
  readonly sealer: Party | null
}

type NodeStatus = {
  readonly name: string
  readonly pid: number | null
  readonly height: number | null
  readonly peers: number | null
}

type SignerStatus = {
  readonly party: Party
  readonly address: string
  /** The last block it sealed, or null if none of the last 300. */
  readonly lastBlock: number | null
  readonly silentSeconds: number | null
  /** Not among the last two rounds of blocks, or nobody sealed for as long. */
  readonly isSilent: boolean
}

/** Asks every node of the home that runs. Never throws because of a node that is down. */
export async function networkStatus(home: string, rpcPort: number): Promise<NetworkStatus> {
  const chain = chainOf(home)
  if (chain === undefined) return { chain: null, head: null, nodes: [], signers: [] }
  if (chain === 'anvil') return anvilStatus(home, rpcPort)
  const [network, place] = await Promise.all([
    readNetwork(networkPath(home)),
    readPlace(placePath(home)),
  ])
  const bootnode = await findRun(home, 'bootnode')
  const nodes = await Promise.all(place.nodes.map((node) => nodeStatus(home, node)))
  const best = nodes.reduce((most, node) =>
    (node.height ?? -1) > (most.height ?? -1) ? node : most,
  )
  const seen = best.height === null ? [] : await lastSeals(home, best.name as NodeName, best.height)
  const { period } = network.genesis.config.clique
  const { head, signers } = sealing(seen, network.signers, period)
  return {
    chain,
    head,
    nodes: [{ name: 'bootnode', pid: bootnode?.pid ?? null, height: null, peers: null }, ...nodes],
    signers,
  }
}

type Seal = { number: number; hash: string; timestamp: number; sealer: string }
type Signers = readonly { party: Party; address: string }[]

/** `seals` come newest first. A signer that is up seals about each third block. */
function sealing(seals: readonly Seal[], members: Signers, period: number) {
  const now = Math.floor(Date.now() / 1000)
  const [newest] = seals
  const partyOf = (address: string) =>
    members.find((member) => member.address.toLowerCase() === address.toLowerCase())?.party ?? null
  const round = 2 * members.length
  const isHalted = newest === undefined || now - newest.timestamp > round * period + 5
  const signers = members.map(({ party, address }) => {
    const last = seals.findIndex(({ sealer }) => partyOf(sealer) === party)
    const seal = seals[last]
    return {
      party,
      address,
      lastBlock: seal?.number ?? null,
      silentSeconds: seal === undefined ? null : now - seal.timestamp,
      isSilent: isHalted || (last === -1 ? seals.length : last) >= round,
    }
  })
  if (newest === undefined) return { head: null, signers }
  const { number, hash, timestamp, sealer } = newest
  return {
    head: { number, hash, timestamp, ageSeconds: now - timestamp, sealer: partyOf(sealer) },
    signers,
  }
}

async function nodeStatus(home: string, node: NodeName): Promise<NodeStatus> {
  const pid = (await findRun(home, node))?.pid ?? null
  if (pid === null) return { name: node, pid, height: null, peers: null }
  try {
    await using ipc = await openIpc(ipcPath(home, node))
    const [height, peers] = await Promise.all([
      ipc.request('eth_blockNumber'),
      ipc.request('net_peerCount'),
    ])
    return { name: node, pid, height: Number(height), peers: Number(peers) }
  } catch {
    return { name: node, pid, height: null, peers: null }
  }
}

async function lastSeals(home: string, node: NodeName, height: number): Promise<Seal[]> {
  await using ipc = await openIpc(ipcPath(home, node))
  const count = Math.min(height, 300)
  return await Promise.all(Array.from({ length: count }, (_, back) => sealOf(ipc, height - back)))
}

async function sealOf(ipc: Ipc, number: number): Promise<Seal> {
  const tag = `0x${number.toString(16)}`
  const [block, sealer] = (await Promise.all([
    ipc.request('eth_getBlockByNumber', [tag, false]),
    ipc.request('clique_getSigner', [tag]),
  ])) as [{ hash: string; timestamp: string }, string]
  return { number, hash: block.hash, timestamp: Number(block.timestamp), sealer }
}

async function anvilStatus(home: string, port: number): Promise<NetworkStatus> {
  const pid = (await findRun(home, 'anvil'))?.pid ?? null
  const node = createTransport(`http://127.0.0.1:${port}`, { attempts: 1, timeoutMs: 5_000 })
  const block =
    pid === null
      ? null
      : ((await node.request('eth_getBlockByNumber', ['latest', false]).catch(() => null)) as {
          number: string
          hash: string
          timestamp: string
        } | null)
  node.close()
  const now = Math.floor(Date.now() / 1000)
  const head = block && {
    number: Number(block.number),
    hash: block.hash,
    timestamp: Number(block.timestamp),
    ageSeconds: now - Number(block.timestamp),
    sealer: null,
  }
  const height = head?.number ?? null
  return { chain: 'anvil', head, nodes: [{ name: 'anvil', pid, height, peers: null }], signers: [] }
}
