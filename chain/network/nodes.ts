import path from 'node:path'
import { replaceDurably } from '../journal/durableFile.ts'
import type { Party } from '../../contracts/proof/manifest.ts'
import { CHAIN_ID, GAS_LIMIT, parties } from './genesis.ts'
import { enodeId, nodeKeyPath, passphrasePath } from './nodeKeys.ts'
import {
  ipcPath,
  nodeFolder,
  nodeNames,
  type Network,
  type NodeName,
  type Place,
} from './network.ts'
import type { Ports, PortUse } from './ports.ts'

/** The network's home, as its nodes are started from it. */
export type Layout = {
  readonly home: string
  readonly network: Network
  readonly place: Place
  readonly ports: Ports
}

export const isParty = (node: NodeName): node is Party =>
  (parties as readonly string[]).includes(node)

/** The port on which a node talks to others (TCP and UDP): those after the bootnode's, in a fixed order. */
export const peerPort = (ports: Ports, node: NodeName): number =>
  ports.p2p + 1 + nodeNames.indexOf(node)

/** The address by which the other nodes on this machine know a node. */
export async function enodeOf({ home, ports }: Layout, node: NodeName): Promise<string> {
  return `enode://${await enodeId(home, node)}@127.0.0.1:${peerPort(ports, node)}`
}

/** Ports that the nodes of this home need. */
export function portUses({ place, ports }: Layout): PortUse[] {
  const rpc: PortUse[] = place.nodes.includes('rpc')
    ? [
        { port: ports.rpc, use: "the chain's RPC", variable: 'RPC_PORT' },
        { port: ports.ws, use: "the chain's WebSocket", variable: 'WS_PORT' },
      ]
    : []
  return [
    ...rpc,
    { port: ports.p2p, use: 'the bootnode', variable: 'P2P_PORT', protocol: 'udp' },
    ...place.nodes.map((node) => ({
      port: peerPort(ports, node),
      use: `the ${node} node's talk to other nodes`,
      variable: 'P2P_PORT',
    })),
  ]
}

/** Writes a node's config.toml and returns Geth's command line for it. */
export async function gethArgs(layout: Layout, node: NodeName): Promise<string[]> {
  const { home, network, place, ports } = layout
  const folder = nodeFolder(home, node)
  const neighbours = await Promise.all(
    place.nodes.filter((other) => other !== node).map((other) => enodeOf(layout, other)),
  )
  const config = path.join(folder, 'config.toml')
  // A trusted peer is let in beyond `--maxpeers`. Its port is never called.
  const reader = `enode://${await enodeId(home, 'reader')}@127.0.0.1:1`
  await replaceDurably(config, peersToml([...neighbours, reader], place.peers))
  const signer = network.signers.find(({ party }) => party === node)
  return [
    ['--config', config],
    ['--datadir', folder],
    ['--nodekey', nodeKeyPath(home, node)],
    ['--ipcpath', ipcPath(home, node)],
    ['--networkid', String(CHAIN_ID)],
    ['--port', String(peerPort(ports, node))],
    ['--nat', 'none'],
    ['--netrestrict', ['127.0.0.0/8', ...place.peers.map(hostRange)].join(',')],
    ['--bootnodes', `enode://${await enodeId(home, 'bootnode')}@127.0.0.1:0?discport=${ports.p2p}`],
    // All the nodes there are: Geth waits 10 s for min(5, maxpeers) others before it follows any of them.
    ['--maxpeers', String(neighbours.length + place.peers.length)],
    // Without an archive a node that was killed rewinds thousands of blocks.
    ['--gcmode', 'archive'],
    ['--syncmode', 'full'],
    ['--history.transactions', '0'],
    ['--txpool.pricelimit', '0'],
    // The engine API, which nobody uses here, on any free port.
    ['--authrpc.port', '0'],
    ['--log.format', 'logfmt'],
    ...(signer === undefined ? [] : sealing(home, signer)),
    ...(node === 'rpc' ? serving(ports) : []),
  ].flat()
}

/** The bootnode's command line. */
export function bootnodeArgs({ home, ports, place }: Layout): string[] {
  return [
    ['-nodekey', nodeKeyPath(home, 'bootnode')],
    ['-addr', `127.0.0.1:${ports.p2p}`],
    ['-netrestrict', ['127.0.0.0/8', ...place.peers.map(hostRange)].join(',')],
  ].flat()
}

/**
 * In a file, since these can't be given as options. Only nodes elsewhere are dialled by Geth itself: two that dial each
 * other at the same moment both hang up, and try again 35 s later. Those here are introduced one way, see `introduce`.
 */
const peersToml = (here: readonly string[], peers: readonly string[]) =>
  [
    '[Node.P2P]',
    // Else only a third of them may be dialled.
    'DialRatio = 1',
    `StaticNodes = ${JSON.stringify(peers)}`,
    `TrustedNodes = ${JSON.stringify([...here, ...peers])}`,
    '',
  ].join('\n')

/** Without `--mine`: that would begin at Geth's own gas price, see `listen`. */
const sealing = (home: string, { party, address }: { party: Party; address: string }) => [
  ['--unlock', address],
  ['--password', passphrasePath(home, party)],
  ['--miner.gaslimit', String(GAS_LIMIT)],
]

const serving = (ports: Ports) => [
  ['--http', '--http.addr', '127.0.0.1', '--http.port', String(ports.rpc)],
  ['--http.api', 'eth,net,web3,clique,debug'],
  ['--ws', '--ws.addr', '127.0.0.1', '--ws.port', String(ports.ws)],
  ['--ws.api', 'eth,net,web3,clique,debug'],
]

/** The one address of a peer, as a range. */
function hostRange(peer: string): string {
  const host = new URL(peer.replace('enode:', 'http:')).hostname
  return host.startsWith('[') ? `${host.slice(1, -1)}/128` : `${host}/32`
}
