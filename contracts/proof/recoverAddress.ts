import { keccak256 } from '#keccak'
import { recoverKey } from '#recoverKey'
import { hexOf } from '../events/hex.ts'
import { bytesToBigint } from './bytes.ts'

/** Half the order of secp256k1 (SEC 2, 2.4.1). */
const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n

/**
 * Address (20 bytes) of the key that signed `hash`, from r and s (64 bytes) and the parity (0 or 1) of the point. Throws
 * `Unrecoverable` for what no key can have signed.
 */
export const recoverAddress = (
  hash: Uint8Array,
  signature: Uint8Array,
  parity: number,
): Uint8Array => {
  const isOne = signature.length === 64 && (parity === 0 || parity === 1)
  const key = isOne ? recoverKey(hash, signature, parity) : null
  if (key === null) throw new Unrecoverable(signature, parity)
  return keccak256(key).subarray(12)
}

/** Whether s is in the lower half, as transactions must have it (EIP-2), so that each has one hash. */
export const isLowS = (signature: Uint8Array): boolean =>
  bytesToBigint(signature.subarray(32, 64)) <= halfOrder

export class Unrecoverable extends Error {
  override readonly name = 'Unrecoverable'
  readonly signature: Uint8Array
  readonly parity: number
  constructor(signature: Uint8Array, parity: number) {
    super(
      `No key can have made the signature ${hexOf(signature)} with parity ${parity}: it was altered, or is none.`,
    )
    this.signature = signature
    this.parity = parity
  }
}
