import { recover } from 'tiny-secp256k1'

/**
 * The public key (64 bytes, x and y) that signed `hash` by r and s (64 bytes) with the parity (0 or 1) of the point, or
 * null if no key can have. libsecp256k1 in WebAssembly, six times as fast as noble: a block is full of senders, and where
 * a signer is down every block's seal must be read.
 */
export const recoverKey = (
  hash: Uint8Array,
  signature: Uint8Array,
  parity: number,
): Uint8Array | null => {
  try {
    return recover(hash, signature, parity === 0 ? 0 : 1, false)?.subarray(1) ?? null
  } catch {
    // It throws for r or s out of range.
    return null
  }
}
