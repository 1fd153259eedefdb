import { keccak256 } from '#keccak'
import { hexOf } from '../events/hex.ts'
import { isSame } from './bytes.ts'
import { emptyRoot, nibblesOf } from './merkleRoot.ts'
import { decodeRlp, encodeRlp, MalformedRlp, type Rlp } from './rlp.ts'

/**
 * The value at `key` in the trie of `root`, or null if `nodes` prove that there is none: they are the nodes on the way
 * from the root down to where it is, or to where it would be, all of them and no other (Yellow Paper, appendix D). The
 * first must hash to `root`, which the caller has from elsewhere: a proof verified against the root it brings along
 * proves nothing. Throws `ProofRefused`.
 */
export const provenValue = (
  root: Uint8Array,
  key: Uint8Array,
  nodes: readonly Uint8Array[],
): Uint8Array | null => {
  if (isSame(root, emptyRoot)) {
    if (nodes.length > 0) throw new ProofRefused('an empty trie is proven by no node')
    return null
  }
  const path = nibblesOf(key)
  let depth = 0
  let named: Uint8Array = root
  for (const [i, raw] of nodes.entries()) {
    if (!isSame(keccak256(raw), named)) {
      throw new ProofRefused(`node ${i} does not hash to ${hexOf(named)}, by which it is named`)
    }
    let node: Rlp = decodedNode(raw, i)
    for (;;) {
      const step = descend(node, path, depth, i)
      if (step.found !== undefined) {
        if (i < nodes.length - 1) throw new ProofRefused(`nodes after node ${i} prove nothing more`)
        return step.found
      }
      depth = step.depth
      if (step.child instanceof Uint8Array) {
        named = step.child
        break
      }
      node = step.child
    }
  }
  throw new ProofRefused(`the node ${hexOf(named)} is missing: the proof was cut`)
}

/** Either the end of the way (a value, or null for absent), or the child to go on with: a hash or a node within. */
type Step =
  | { readonly found: Uint8Array | null }
  | { readonly found?: never; readonly child: Rlp; readonly depth: number }

const descend = (node: Rlp, path: Uint8Array, depth: number, i: number): Step => {
  if (node instanceof Uint8Array) throw new ProofRefused(`node ${i} is no list`)
  if (node.length === 17) {
    if (depth === path.length) return { found: valueOrAbsent(node[16], i) }
    return childStep(node[path[depth] as number] as Rlp, depth + 1, i)
  }
  const [encodedPath, content] = node
  if (node.length !== 2 || !(encodedPath instanceof Uint8Array) || content === undefined) {
    throw new ProofRefused(`node ${i} has ${node.length} items instead of 2 or 17`)
  }
  const { nibbles, isLeaf } = pathOf(encodedPath, i)
  const rest = path.subarray(depth)
  if (isLeaf) {
    if (!isSame(rest, nibbles)) return { found: null }
    const value = valueOrAbsent(content, i)
    if (value === null) throw new ProofRefused(`node ${i} is a leaf without a value`)
    return { found: value }
  }
  if (nibbles.length === 0) throw new ProofRefused(`node ${i} extends the path by nothing`)
  if (!isSame(rest.subarray(0, nibbles.length), nibbles)) return { found: null }
  const step = childStep(content, depth + nibbles.length, i)
  if (step.found === null) throw new ProofRefused(`node ${i} extends the path to nothing`)
  return step
}

const childStep = (child: Rlp, depth: number, i: number): Step => {
  if (child instanceof Uint8Array) {
    if (child.length === 0) return { found: null }
    if (child.length === 32) return { child, depth }
    throw new ProofRefused(`node ${i} names a child by ${child.length} bytes instead of 32`)
  }
  if (encodeRlp(child).length >= 32) {
    throw new ProofRefused(`node ${i} holds a child that it should name by its hash`)
  }
  return { child, depth }
}

const valueOrAbsent = (value: Rlp | undefined, i: number): Uint8Array | null => {
  if (!(value instanceof Uint8Array)) throw new ProofRefused(`node ${i} holds a list for a value`)
  return value.length === 0 ? null : value
}

/** Reads a hex prefix (appendix C): its flag says whether a leaf, and whether the path is odd. */
const pathOf = (encoded: Uint8Array, i: number): { nibbles: Uint8Array; isLeaf: boolean } => {
  const nibbles = nibblesOf(encoded)
  const flag = nibbles[0] ?? 4
  const isOdd = (flag & 1) === 1
  if (flag > 3 || (!isOdd && nibbles[1] !== 0)) {
    throw new ProofRefused(`node ${i} has the path ${hexOf(encoded)}, which is none`)
  }
  return { nibbles: nibbles.subarray(isOdd ? 1 : 2), isLeaf: flag >= 2 }
}

const decodedNode = (raw: Uint8Array, i: number): Rlp => {
  try {
    return decodeRlp(raw)
  } catch (cause) {
    if (!(cause instanceof MalformedRlp)) throw cause
    throw new ProofRefused(`node ${i} is not RLP`, cause)
  }
}

/** The proof does not prove what it is for. */
export class ProofRefused extends Error {
  override readonly name = 'ProofRefused'
  readonly reason: string
  constructor(reason: string, cause?: unknown) {
    super(
      `The proof does not hold: ${reason}. It was altered, cut, or is of another block; ask for it anew.`,
      {
        cause,
      },
    )
    this.reason = reason
  }
}
