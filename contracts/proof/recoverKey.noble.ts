import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToBigint } from './bytes.ts'

/**
 * The public key (64 bytes, x and y) that signed `hash` by r and s (64 bytes) with the parity (0 or 1) of the point, or
 * null if no key can have. In plain JavaScript, for browsers whose policy allows no WebAssembly: 1.4 ms.
 */
export const recoverKey = (
  hash: Uint8Array,
  signature: Uint8Array,
  parity: number,
): Uint8Array | null => {
  const r = bytesToBigint(signature.subarray(0, 32))
  const s = bytesToBigint(signature.subarray(32))
  try {
    const point = new secp256k1.Signature(r, s, parity).recoverPublicKey(hash)
    return point.toBytes(false).subarray(1)
  } catch {
    // noble throws plain errors, for r or s out of range and for an r that is on no point.
    return null
  }
}
