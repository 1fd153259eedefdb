import type { Hex } from '../../contracts/events/hex.ts'

/** A block and whose key sealed it; null where nobody did. */
export interface Seal {
  readonly number: number
  readonly sealer: Hex | null
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
}

/** A stretch of blocks that others sealed: its first and last block, and how long it lasted. */
export interface Silence {
  readonly first: number
  readonly last: number
  readonly blocks: number
  /** When it began, in seconds since 1970, UTC: with the signer's block before it, as far as that is known. */
  readonly since: number
  readonly seconds: number
  /** It goes on: no block of the signer has come since. */
  readonly isOpen: boolean
}

/** The longest silence of each signer among these consecutive blocks, the newest of equally long ones. */
export const silencesIn = (
  blocks: readonly Seal[],
  signers: readonly Hex[],
): ReadonlyMap<Hex, Silence> => {
  const longest = new Map<Hex, Silence>()
  for (const signer of signers) {
    /** Place of its last block so far. */
    let before = -1
    const end = (place: number, isOpen: boolean) => {
      const [first, last] = [blocks[before + 1], blocks[place - 1]]
      const length = place - before - 1
      if (first === undefined || last === undefined || length === 0) return
      if (length < (longest.get(signer)?.blocks ?? 1)) return
      // It lasted from its last block before to the one after, as far as these are known.
      const [from, to] = [blocks[before] ?? first, blocks[place] ?? last]
      longest.set(signer, {
        first: first.number,
        last: last.number,
        blocks: length,
        since: from.timestamp,
        seconds: to.timestamp - from.timestamp,
        isOpen,
      })
    }
    for (let place = 0; place < blocks.length; place++) {
      if (blocks[place]?.sealer !== signer) continue
      end(place, false)
      before = place
    }
    end(blocks.length, true)
  }
  return longest
}
