import { keccak256 } from '#keccak'
import { concat } from './bytes.ts'
import { encodeRlp, listPrefix, rlpUint, stringPrefix } from './rlp.ts'

/** Root of the trie that holds nothing: keccak256(rlp('')). A block with it for receipts had none. */
export const emptyRoot: Uint8Array = keccak256(new Uint8Array([0x80]))

/**
 * Root of the trie that holds `items` by their index: a header's `receiptsRoot` or `transactionsRoot` of the raw
 * receipts or transactions, in order (Yellow Paper, 4.3.2 and appendix D). Each node is built and hashed once.
 */
export const merkleRoot = (items: readonly Uint8Array[]): Uint8Array => {
  if (items.length === 0) return emptyRoot
  const leaves: Leaf[] = []
  for (const index of inOrderOfKeys(items.length)) {
    leaves.push({
      nibbles: nibblesOf(encodeRlp(rlpUint(index))),
      value: items[index] as Uint8Array,
    })
  }
  return keccak256(...nodeOf(leaves, 0, leaves.length, 0))
}

/** A path below a node, as two nibbles a byte behind a flag: odd or even, leaf or not (appendix C, "hex prefix"). */
export const hexPrefix = (nibbles: Uint8Array, isLeaf: boolean): Uint8Array => {
  const odd = nibbles.length & 1
  const bytes = new Uint8Array(1 + (nibbles.length >> 1))
  bytes[0] = (isLeaf ? 0x20 : 0) | (odd === 1 ? 0x10 | (nibbles[0] as number) : 0)
  for (let i = odd, at = 1; i < nibbles.length; i += 2, at++) {
    bytes[at] = ((nibbles[i] as number) << 4) | (nibbles[i + 1] as number)
  }
  return bytes
}

export const nibblesOf = (bytes: Uint8Array): Uint8Array => {
  const nibbles = new Uint8Array(2 * bytes.length)
  for (const [i, byte] of bytes.entries()) {
    nibbles[2 * i] = byte >> 4
    nibbles[2 * i + 1] = byte & 15
  }
  return nibbles
}

interface Leaf {
  readonly nibbles: Uint8Array
  readonly value: Uint8Array
}

/** rlp(0) is 0x80, so it sorts after 1 to 127 (a byte each) and before the rest. No key begins another one. */
function* inOrderOfKeys(count: number): Generator<number> {
  for (let index = 1; index < Math.min(count, 128); index++) yield index
  yield 0
  for (let index = 128; index < count; index++) yield index
}

/**
 * The node for leaves `from` to `to` (sorted), which agree in their first `depth` nibbles, in pieces: a leaf's value is
 * hashed where it stands, since receipts of a hundred kilobytes would else be copied one by one.
 */
const nodeOf = (leaves: readonly Leaf[], from: number, to: number, depth: number): Uint8Array[] => {
  const { nibbles, value } = leaves[from] as Leaf
  if (to - from === 1) {
    const path = encodeRlp(hexPrefix(nibbles.subarray(depth), true))
    return listOf([path, ...stringOf(value)])
  }
  const last = (leaves[to - 1] as Leaf).nibbles
  let fork = depth
  while (nibbles[fork] === last[fork]) fork++
  if (fork > depth) {
    const path = encodeRlp(hexPrefix(nibbles.subarray(depth, fork), false))
    return listOf([path, reference(nodeOf(leaves, from, to, fork))])
  }
  const parts: Uint8Array[] = []
  let start = from
  for (let nibble = 0; nibble < 16; nibble++) {
    let end = start
    while (end < to && (leaves[end] as Leaf).nibbles[depth] === nibble) end++
    parts.push(end > start ? reference(nodeOf(leaves, start, end, depth + 1)) : nothing)
    start = end
  }
  parts.push(nothing)
  return [concat(...listOf(parts))]
}

const nothing = new Uint8Array([0x80])

/** How a parent names a node: by its hash, or as it stands if it is shorter than that. */
const reference = (node: readonly Uint8Array[]): Uint8Array => {
  if (lengthOf(node) < 32) return concat(...node)
  const named = new Uint8Array(33)
  named[0] = 0xa0
  named.set(keccak256(...node), 1)
  return named
}

/** A list of items that are encoded already. */
const listOf = (parts: readonly Uint8Array[]): Uint8Array[] => [
  listPrefix(lengthOf(parts)),
  ...parts,
]

/** A byte string, encoded. */
const stringOf = (value: Uint8Array): Uint8Array[] =>
  value.length < 32 ? [encodeRlp(value)] : [stringPrefix(value.length), value]

const lengthOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)
