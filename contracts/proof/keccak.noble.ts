import { keccak_256 } from '@noble/hashes/sha3.js'

/** Keccak-256 of `pieces`, one behind the other: 32 bytes. In plain JavaScript, for browsers whose policy allows no WebAssembly. */
export const keccak256 = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const hasher = keccak_256.create()
  for (const piece of pieces) hasher.update(piece)
  return hasher.digest()
}
