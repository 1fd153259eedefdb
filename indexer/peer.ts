import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type PeerSource, peerSource } from '../chain/reader/peer/peerSource.ts'
import { bytesOf } from '../contracts/events/hex.ts'
import type { TransportError } from '../chain/reader/transportError.ts'
import type { Manifest } from '../contracts/proof/manifest.ts'
import type { NodeAsPeer } from './config.ts'

const TIMEOUT_MS = 10_000

/** Blocks from the node as a peer, where it is known as one; not connected yet. `onBroken` is told why a connection ended. */
export const openPeer = async (
  node: NodeAsPeer | undefined,
  { genesisHash }: Manifest,
  onBroken?: (failure: TransportError) => void,
): Promise<PeerSource | undefined> =>
  node === undefined
    ? undefined
    : peerSource({
        address: node.address,
        key: await readKey(node.keyFile),
        genesisHash: bytesOf(genesisHash),
        timeoutMs: TIMEOUT_MS,
        ...(onBroken && { onBroken }),
      })

const readKey = async (path: string): Promise<Uint8Array> => {
  try {
    return bytesOf(`0x${(await readFile(path, 'utf8')).trim()}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return randomBytes(32)
  }
}
