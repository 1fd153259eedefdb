import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { replaceDurably } from '../journal/durableFile.ts'
import type { Party } from '../../contracts/proof/manifest.ts'
import { genesisOf, parties } from './genesis.ts'
import {
  hasNetwork,
  networkPath,
  nodeFolder,
  nodeNames,
  placePath,
  readPlace,
  type Network,
  type NodeName,
  type Place,
} from './network.ts'
import { NetworkError } from './networkError.ts'
import { makeListener, makeNodeKey, makeSealingKey, passphrasePath } from './nodeKeys.ts'

/**
 * Makes a network of three signers, a bootnode and an RPC node in a home: their keys, the genesis, their data folders.
 * `board` is the address that gets the native units, `period` the seconds between blocks. Throws `NetworkError` where
 * there is a network already.
 */
export async function initNetwork({
  home,
  geth,
  board,
  period,
}: {
  home: string
  geth: string
  board: string
  period: number
}): Promise<{ network: Network; place: Place }> {
  if (hasNetwork(home)) throw new NetworkExists(networkPath(home))
  // Of an interrupted init, or a party's folder that was brought here to join: set aside, since it may hold keys.
  const folder = path.dirname(networkPath(home))
  if (existsSync(folder)) await rename(folder, `${folder}.${Date.now()}`)
  const signers = await Promise.all(
    parties.map(async (party) => ({ party, address: await makeSealingKey(home, party) })),
  )
  const network: Network = { version: 1, genesis: genesisOf({ signers, board, period }), signers }
  const place: Place = { version: 1, nodes: [...nodeNames], peers: [] }
  await settle(home, geth, network, place)
  return { network, place }
}

/**
 * Joins a network that others made: this home runs the RPC node, or also a party's node where its folder, with the
 * sealing key, was brought here. `peers` are the enodes of the others' nodes.
 */
export async function joinNetwork({
  home,
  geth,
  network,
  party,
  peers,
}: {
  home: string
  geth: string
  network: Network
  party: Party | undefined
  peers: string[]
}): Promise<Place> {
  if (hasNetwork(home)) throw new NetworkExists(networkPath(home))
  if (party !== undefined && !existsSync(passphrasePath(home, party))) {
    throw new NetworkError(
      `The sealing key of the ${party} is not in ${nodeFolder(home, party)}: bring that folder here from where the network was made, or join without --as.`,
      { exitCode: 2 },
    )
  }
  const nodes: NodeName[] = party === undefined ? ['rpc'] : [party, 'rpc']
  const place: Place = { version: 1, nodes, peers }
  await settle(home, geth, network, place)
  return place
}

/** Adds others' nodes to those that this home's nodes talk to, from their next start on. */
export async function admitPeers(home: string, enodes: readonly string[]): Promise<Place> {
  const before = await readPlace(placePath(home))
  const place: Place = { ...before, peers: [...new Set([...before.peers, ...enodes])] }
  await replaceDurably(placePath(home), `${JSON.stringify(place, null, 2)}\n`)
  return place
}

/** network.json comes last: where it is, everything is. */
async function settle(home: string, geth: string, network: Network, place: Place) {
  const genesis = path.join(home, 'network', 'genesis.json')
  await replaceDurably(genesis, `${JSON.stringify(network.genesis, null, 2)}\n`)
  await Promise.all(
    ['bootnode' as const, 'reader' as const, ...place.nodes].map((node) => makeNodeKey(home, node)),
  )
  await Promise.all(place.nodes.map((node) => makeListener(home, node)))
  await Promise.all(place.nodes.map((node) => initData(geth, nodeFolder(home, node), genesis)))
  await replaceDurably(placePath(home), `${JSON.stringify(place, null, 2)}\n`)
  await replaceDurably(networkPath(home), `${JSON.stringify(network, null, 2)}\n`)
}

async function initData(geth: string, folder: string, genesis: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await promisify(execFile)(geth, ['init', '--datadir', folder, genesis])
  } catch (cause) {
    throw new NetworkError(
      `Geth refused the genesis for ${folder}: ${stderrOf(cause)}. Look there, and run the command again.`,
      { cause },
    )
  }
}

const stderrOf = (cause: unknown) =>
  cause instanceof Error && 'stderr' in cause
    ? String(cause.stderr).trim().split('\n').slice(-1).join('')
    : String(cause)

export class NetworkExists extends NetworkError {
  override name = 'NetworkExists'

  constructor(file: string) {
    super(
      `There is a network already (${file}): start it with "wattledger network start", or name another home.`,
      { exitCode: 2 },
    )
  }
}
