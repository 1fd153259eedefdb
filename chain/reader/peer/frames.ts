import { createCipheriv, createDecipheriv } from 'node:crypto'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { concat } from '../../../contracts/proof/bytes.ts'
import type { Secrets } from './handshake.ts'

/** Encrypts and authenticates what goes out: one message, one frame (ethereum/devp2p, rlpx.md, "Framing"). */
export const frameWriter = ({ aes, mac, sendSeed }: Secrets) => {
  const cipher = createCipheriv('aes-256-ctr', aes, NO_IV)
  // Whole blocks only, each by itself.
  const blockCipher = createCipheriv('aes-256-ecb', mac, null)
  const running = keccak_256.create().update(sendSeed)
  const digest = () => running.clone().digest().subarray(0, 16)
  const seal = (block: Uint8Array) => {
    const seed = blockCipher.update(digest()).map((byte, i) => byte ^ (block[i] as number))
    running.update(seed)
    return digest()
  }
  return (content: Uint8Array): Uint8Array => {
    const { length } = content
    const header = new Uint8Array(16)
    header.set([length >> 16, (length >> 8) & 255, length & 255, 0xc2, 0x80, 0x80])
    const sealedHeader = cipher.update(header)
    const headerMac = seal(sealedHeader)
    const body = cipher.update(concat(content, new Uint8Array(padding(length))))
    running.update(body)
    return concat(sealedHeader, headerMac, body, seal(digest()))
  }
}

/**
 * Decrypts what comes in, and hands on the content of each frame once it is whole. The MACs are passed over: they would
 * cost more than all the rest, and what is read here proves itself against a sealed header.
 */
export const frameReader = ({ aes }: Secrets, onFrame: (content: Buffer) => void) => {
  const decipher = createDecipheriv('aes-256-ctr', aes, NO_IV)
  // One for all frames: so much passes through that new ones would keep the garbage collector busy.
  let buffer = Buffer.allocUnsafe(65_536)
  let held = 0
  /** Length of the content under way, or -1 while its header is awaited. */
  let length = -1

  const hold = (chunk: Uint8Array) => {
    if (held + chunk.length > buffer.length) {
      const larger = Buffer.allocUnsafe(2 * (held + chunk.length))
      larger.set(buffer.subarray(0, held))
      buffer = larger
    }
    buffer.set(chunk, held)
    held += chunk.length
  }
  return (chunk: Uint8Array): void => {
    hold(chunk)
    let at = 0
    for (;;) {
      if (length < 0) {
        if (held - at < 32) break
        length = decipher.update(buffer.subarray(at, at + 16)).readUIntBE(0, 3)
        at += 32
      }
      const body = length + padding(length)
      if (held - at < body + 16) break
      const content = decipher.update(buffer.subarray(at, at + body)).subarray(0, length)
      at += body + 16
      length = -1
      onFrame(content)
    }
    if (at > 0) buffer.copyWithin(0, at, held)
    held -= at
  }
}

const NO_IV = new Uint8Array(16)

const padding = (length: number): number => (16 - (length % 16)) % 16
