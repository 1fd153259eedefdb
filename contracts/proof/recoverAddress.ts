import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak256 } from '#keccak'
import { hexOf } from '../events/hex.ts'
import { bytesToBigint } from './bytes.ts'

const halfOrder = secp256k1.Point.Fn.ORDER >> 1n

/**
 * Address (20 bytes) of the key that signed `hash`, from r and s (64 bytes) and the parity (0 or 1) of the point.
 * Takes 1.4 ms. Throws `Unrecoverable` for what no key can have signed.
 */
export const recoverAddress = (
  hash: Uint8Array,
  signature: Uint8Array,
  parity: number,
): Uint8Array => {
  if (signature.length !== 64 || (parity !== 0 && parity !== 1)) {
    throw new Unrecoverable(signature, parity)
  }
  try {
    const r = bytesToBigint(signature.subarray(0, 32))
    const s = bytesToBigint(signature.subarray(32))
    const point = new secp256k1.Signature(r, s, parity).recoverPublicKey(hash)
    return keccak256(point.toBytes(false).subarray(1)).subarray(12)
  } catch (cause) {
    throw new Unrecoverable(signature, parity, cause)
  }
}

/** Whether s is in the lower half, as transactions must have it (EIP-2), so that each has one hash. */
export const isLowS = (signature: Uint8Array): boolean =>
  bytesToBigint(signature.subarray(32, 64)) <= halfOrder

export class Unrecoverable extends Error {
  override readonly name = 'Unrecoverable'
  readonly signature: Uint8Array
  readonly parity: number
  constructor(signature: Uint8Array, parity: number, cause?: unknown) {
    super(
      `No key can have made the signature ${hexOf(signature)} with parity ${parity}: it was altered, or is none.`,
      { cause },
    )
    this.signature = signature
    this.parity = parity
  }
}
