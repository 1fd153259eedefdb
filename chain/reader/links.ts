import { isSame } from '../../contracts/proof/bytes.ts'
import { decodeHeader, type Header, headerHash } from '../../contracts/proof/header.ts'
import { MalformedRlp } from '../../contracts/proof/rlp.ts'
import { UnlinkedHeader, UnreadableBlock } from './alarms.ts'
import type { Checkpoint } from './types.ts'

/** A header with its hash. */
export interface Linked {
  readonly header: Header
  readonly hash: Uint8Array
}

/** The header that `raw` is, hashed; it must be block `number`'s. Throws `UnreadableBlock`. */
export const hashed = (raw: Uint8Array, number: number): Linked => {
  let header
  try {
    header = decodeHeader(raw)
  } catch (cause) {
    if (!(cause instanceof MalformedRlp)) throw cause
    throw new UnreadableBlock(
      number,
      `its header is none of before London (${cause.reason}).`,
      cause,
    )
  }
  if (header.number !== number) {
    throw new UnreadableBlock(number, `the node gives block ${header.number} in its place.`)
  }
  return { header, hash: headerHash(raw) }
}

/** The headers after `after`, each named as parent by the next. Throws `UnlinkedHeader`, `UnreadableBlock`. */
export const link = (after: Checkpoint, raws: readonly Uint8Array[]): Linked[] => {
  let parent = after.hash
  return raws.map((raw, i) => {
    const linked = hashed(raw, after.number + 1 + i)
    const { parentHash, number } = linked.header
    if (!isSame(parentHash, parent)) throw new UnlinkedHeader(number, parentHash, parent)
    parent = linked.hash
    return linked
  })
}
