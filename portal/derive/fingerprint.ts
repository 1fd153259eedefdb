import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import { topicBytesOf } from '../../contracts/events/topics.ts'
import type { Entry } from '../record/entry.ts'
import { dataOf } from '../transaction/raw.ts'

/**
 * The head of an account worked out from its entries, all of them and in order. Any entry left out, added, changed or moved
 * gives another.
 */
export const headOfEntries = (entries: readonly Entry[]): Hex => {
  const known = heads.get(entries)
  if (known !== undefined) return known
  let head = emptyHead()
  for (const entry of entries) {
    head = accountHead(head, topicBytesOf(entry.name), entry.seq, dataOf(entry))
  }
  const hex = hexOf(head)
  heads.set(entries, hex)
  return hex
}

/** A history that is kept is hashed once. */
const heads = new WeakMap<readonly Entry[], Hex>()
