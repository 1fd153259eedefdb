import { createHash } from 'node:crypto'

/** Draws that depend on the seed and on what they are for, never on timing or on the order in which they are made. */
export interface Draws {
  /** From 0 to 1. */
  readonly chance: (...purpose: readonly (string | number)[]) => number
  /** A whole number below `limit`. */
  readonly below: (limit: number, ...purpose: readonly (string | number)[]) => number
  readonly pick: <T>(from: readonly T[], ...purpose: readonly (string | number)[]) => T
  readonly bytes: (length: number, ...purpose: readonly (string | number)[]) => Uint8Array
}

export const drawsOf = (seed: number): Draws => {
  const hash = (purpose: readonly (string | number)[]) =>
    createHash('sha512')
      .update(JSON.stringify([seed, ...purpose]))
      .digest()
  const chance: Draws['chance'] = (...purpose) => hash(purpose).readUInt32BE() / 2 ** 32
  const below: Draws['below'] = (limit, ...purpose) => Math.floor(chance(...purpose) * limit)
  return {
    chance,
    below,
    pick: <T>(from: readonly T[], ...purpose: readonly (string | number)[]) =>
      from[below(from.length, ...purpose)] as T,
    bytes: (length, ...purpose) => Uint8Array.from(hash(purpose).subarray(0, length)),
  }
}
