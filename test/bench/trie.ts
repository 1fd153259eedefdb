import { keccak256 } from '#keccak'
import { hexPrefix, nibblesOf } from '../../contracts/proof/merkleRoot.ts'
import { decodeRlp, encodeRlp, type Rlp } from '../../contracts/proof/rlp.ts'

/** A key of a secure trie, as 64 nibbles, and its value. */
interface Leaf {
  readonly nibbles: Uint8Array
  readonly value: Uint8Array
}

/**
 * Root of the trie of these keys (hashed) and values, and the proofs of the first `count` of them: as a node would give
 * them, for a state too large to be made on a chain.
 */
export const proofsOf = (
  pairs: readonly (readonly [key: Uint8Array, value: Uint8Array])[],
  count: number,
  encode: (value: Uint8Array) => Uint8Array = word,
): { readonly root: Uint8Array; readonly proofs: Uint8Array[][] } => {
  const leaves = pairs.map(([key, value]) => ({
    nibbles: nibblesOf(keccak256(key)),
    value: encode(value),
  }))
  const wanted = leaves.slice(0, count)
  const proofs = wanted.map((): Uint8Array[] => [])
  const sorted = leaves.toSorted((a, b) => Buffer.compare(a.nibbles, b.nibbles))
  const places = wanted.map((leaf) => sorted.indexOf(leaf))
  const node = (from: number, to: number, depth: number): Uint8Array => {
    const [first, last] = [sorted[from] as Leaf, sorted[to - 1] as Leaf]
    let raw: Uint8Array
    let fork = depth
    if (to - from === 1)
      raw = encodeRlp([hexPrefix(first.nibbles.subarray(depth), true), first.value])
    else {
      while (first.nibbles[fork] === last.nibbles[fork]) fork++
      raw =
        fork > depth
          ? encodeRlp([
              hexPrefix(first.nibbles.subarray(depth, fork), false),
              named(node(from, to, fork)),
            ])
          : branch(from, to, depth)
    }
    for (const [i, place] of places.entries()) {
      if (place >= from && place < to) (proofs[i] as Uint8Array[]).unshift(raw)
    }
    return raw
  }
  const branch = (from: number, to: number, depth: number): Uint8Array => {
    const children: Rlp[] = []
    let start = from
    for (let nibble = 0; nibble < 16; nibble++) {
      let end = start
      while (end < to && (sorted[end] as Leaf).nibbles[depth] === nibble) end++
      children.push(end > start ? named(node(start, end, depth + 1)) : new Uint8Array(0))
      start = end
    }
    return encodeRlp([...children, new Uint8Array(0)])
  }
  return { root: keccak256(node(0, sorted.length, 0)), proofs }
}

/** Storage holds a word as RLP without its leading zeros. */
const word = (value: Uint8Array): Uint8Array => {
  const from = value.findIndex((byte) => byte !== 0)
  return encodeRlp(value.subarray(from))
}

/** How a parent names a node. Nodes of hashed keys are never short enough to stand in it. */
const named = (raw: Uint8Array): Rlp => (raw.length < 32 ? decodeRlp(raw) : keccak256(raw))
