import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { encryptKeystoreJson, hexlify, SigningKey, Wallet } from 'ethers'
import { createDurably, replaceDurably } from '../journal/durableFile.ts'
import type { Party } from '../../contracts/proof/manifest.ts'
import { genesisOf, parties } from './genesis.ts'
import {
  hasNetwork,
  networkPath,
  nodeFolder,
  nodeNames,
  placePath,
  type Network,
  type NodeName,
  type Place,
} from './network.ts'
import { NetworkError } from './networkError.ts'

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
}): Promise<Network> {
  if (hasNetwork(home)) throw new NetworkExists(networkPath(home))
  // What an interrupted init left has no network.json, and nobody knows its keys.
  await rm(path.dirname(networkPath(home)), { recursive: true, force: true })
  const signers = await Promise.all(
    parties.map(async (party) => ({ party, address: await makeSealingKey(home, party) })),
  )
  const network: Network = { version: 1, genesis: genesisOf({ signers, board, period }), signers }
  await settle(home, geth, network, { version: 1, nodes: [...nodeNames], peers: [] })
  return network
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

/** Private key of a node's talk to others, hexadecimal; its public key is in the node's enode. */
export const nodeKeyPath = (home: string, node: NodeName | 'bootnode'): string =>
  path.join(home, 'network', node, 'nodekey')

/** Passphrase of a party's sealing key. */
export const passphrasePath = (home: string, party: Party): string =>
  path.join(nodeFolder(home, party), 'passphrase')

/** A node's public name, 64 bytes hexadecimal, from its key. */
export async function enodeId(home: string, node: NodeName | 'bootnode'): Promise<string> {
  const key = (await readFile(nodeKeyPath(home, node), 'utf8')).trim()
  return SigningKey.computePublicKey(`0x${key}`, false).slice(4)
}

/** A party's folder that was brought here has its key already, by which the others know the node. */
async function makeNodeKey(home: string, node: NodeName | 'bootnode'): Promise<void> {
  const file = nodeKeyPath(home, node)
  if (!existsSync(file)) await createDurably(file, randomBytes(32).toString('hex'))
}

async function makeSealingKey(home: string, party: Party): Promise<string> {
  const wallet = new Wallet(hexlify(randomBytes(32)))
  // 256 random bits can't be guessed: a heavy derivation would only delay every start by seconds.
  const passphrase = randomBytes(32).toString('hex')
  const keystore = await encryptKeystoreJson(
    { address: wallet.address, privateKey: wallet.privateKey },
    passphrase,
    { scrypt: { N: 4096, r: 8, p: 1 } },
  )
  const folder = nodeFolder(home, party)
  await createDurably(path.join(folder, 'keystore', `${party}.json`), keystore)
  await createDurably(passphrasePath(home, party), `${passphrase}\n`)
  return wallet.address
}

/** network.json comes last: where it is, everything is. */
async function settle(home: string, geth: string, network: Network, place: Place) {
  const genesis = path.join(home, 'network', 'genesis.json')
  await replaceDurably(genesis, `${JSON.stringify(network.genesis, null, 2)}\n`)
  await Promise.all(['bootnode' as const, ...place.nodes].map((node) => makeNodeKey(home, node)))
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
