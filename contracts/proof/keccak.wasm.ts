import { createKeccak } from 'hash-wasm'

/** Ready once this module is: the WebAssembly is compiled before anything that imports it runs. */
const hasher = await createKeccak(256)

/**
 * Keccak-256 of `pieces`, one behind the other: 32 bytes, as Ethereum uses it. About ten times as fast as the noble one, for
 * servers.
 */
export const keccak256 = (...pieces: readonly Uint8Array[]): Uint8Array => {
  hasher.init()
  for (const piece of pieces) hasher.update(piece)
  return hasher.digest('binary')
}
