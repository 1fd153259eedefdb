import { keccak_256 } from '@noble/hashes/sha3.js'

/** Keccak-256 of `bytes`: 32 bytes. In plain JavaScript, for browsers whose policy allows no WebAssembly. */
export const keccak256 = (bytes: Uint8Array): Uint8Array => keccak_256(bytes)
