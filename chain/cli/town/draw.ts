import { keccak256 } from '#keccak'

/** Draws that depend on a text alone, so that the same seed makes the same town on every machine. */
export interface Draw {
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  /** True in so many of a hundred draws. */
  readonly chance: (percent: number) => boolean
  readonly pick: <Value>(of: readonly [Value, ...Value[]]) => Value
}

/** The draws that belong to a text. */
export const drawFrom = (text: string): Draw => {
  let state = new DataView(keccak256(new TextEncoder().encode(text)).buffer).getUint32(0)
  // mulberry32 (Tommy Ettinger): 32 bits of state, whole numbers only.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (count: number) => next() % count
  return {
    between: (from, to) => from + below(to - from + 1),
    chance: (percent) => below(100) < percent,
    pick: (of) => of[below(of.length)] ?? of[0],
  }
}
