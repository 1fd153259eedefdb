import { bytesOf } from '../../../contracts/events/hex.ts'

/** Where a node listens for other nodes, and who it must be. */
export interface PeerAddress {
  readonly url: string
  readonly host: string
  readonly port: number
  /** 64 bytes: its public key. */
  readonly publicKey: Uint8Array
}

/** What an enode URL says, `enode://PUBLIC KEY@HOST:PORT`, or null where it is none. */
export const peerAddress = (url: string): PeerAddress | null => {
  const [, key = '', host = '', port = ''] =
    /^enode:\/\/([0-9a-f]{128})@([\d.]+|\[[0-9a-f:]+\]):(\d+)(?:\?discport=\d+)?$/.exec(url) ?? []
  if (key === '') return null
  return {
    url,
    host: host.replace(/^\[|\]$/g, ''),
    port: Number(port),
    publicKey: bytesOf(`0x${key}`),
  }
}
