import { randomBytes } from 'node:crypto'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak256 } from '#keccak'
import { concat } from '../../../contracts/proof/bytes.ts'
import { encodeRlp, MalformedRlp, RlpReader, rlpUint } from '../../../contracts/proof/rlp.ts'
import { decrypt, encrypt, OVERHEAD, sharedX } from './ecies.ts'

/** What both sides of a connection know once they have shaken hands. */
export interface Secrets {
  /** Key of the frames' AES-256. */
  readonly aes: Uint8Array
  readonly mac: Uint8Array
  /** What this side's MAC begins with. */
  readonly sendSeed: Uint8Array
}

export interface Greeting {
  /** To be sent first. */
  readonly auth: Uint8Array
  /** Bytes of the answer, once its first two are there. */
  readonly ackLength: (start: Uint8Array) => number
  /** Null where the answer is not from who was greeted. */
  readonly secretsFrom: (ack: Uint8Array) => Secrets | null
}

/**
 * The handshake of RLPx from the side that calls (ethereum/devp2p, rlpx.md, EIP-8): `key` is ours, made for the occasion;
 * `peer` (64 bytes) the public key that the enode URL names, so nobody else can answer.
 */
export const greet = (key: Uint8Array, peer: Uint8Array): Greeting => {
  const nonce = randomBytes(32)
  const once = secp256k1.utils.randomSecretKey()
  const signed = xor(sharedX(key, peer), nonce)
  const signature = secp256k1.sign(signed, once, { prehash: false, format: 'recovered' })
  const body = encodeRlp([
    concat(signature.subarray(1), signature.subarray(0, 1)),
    secp256k1.getPublicKey(key, false).subarray(1),
    nonce,
    rlpUint(VERSION),
  ])
  // Some padding, so that its length tells nothing.
  const padded = concat(body, randomBytes(100))
  const size = twoBytes(padded.length + OVERHEAD)
  const auth = concat(size, encrypt(peer, padded, size))
  return {
    auth,
    ackLength: (start) => 2 + (((start[0] as number) << 8) | (start[1] as number)),
    secretsFrom: (ack) => {
      const content = decrypt(key, ack.subarray(2), ack.subarray(0, 2))
      if (content === null) return null
      const theirs = readAck(content)
      if (theirs === null) return null
      const ephemeral = sharedX(once, theirs.publicKey)
      const shared = keccak256(concat(ephemeral, keccak256(concat(theirs.nonce, nonce))))
      const aes = keccak256(concat(ephemeral, shared))
      const mac = keccak256(concat(ephemeral, aes))
      return { aes, mac, sendSeed: concat(xor(mac, theirs.nonce), auth) }
    },
  }
}

const VERSION = 4

/** More may follow in the list, and behind it (EIP-8). */
const readAck = (content: Uint8Array) => {
  try {
    const fields = new RlpReader(content).list()
    return { publicKey: fields.fixed(64), nonce: fields.fixed(32) }
  } catch (error) {
    if (error instanceof MalformedRlp) return null
    throw error
  }
}

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array =>
  a.map((byte, i) => byte ^ (b[i] as number))

const twoBytes = (value: number): Uint8Array => new Uint8Array([value >> 8, value & 255])
