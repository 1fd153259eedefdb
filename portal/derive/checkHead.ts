import type { Hex } from '../../contracts/events/hex.ts'
import type { Witness } from '../node/witness.ts'
import type { Entry } from '../record/entry.ts'
import type { Standing } from '../record/standing.ts'
import { headOfEntries } from './fingerprint.ts'

/** Whether a page's entries are all there are: the head they give, beside the one that the chain proves. */
export type HeadCheck =
  | { readonly state: 'agrees'; readonly here: Hex }
  | { readonly state: 'differs'; readonly here: Hex; readonly onChain: Hex }
  | { readonly state: 'unasked'; readonly here: Hex; readonly reason: string }

/** Compares the entries of `account` with its head at the indexed block, as the node proves it. */
export const checkHead = async (
  witness: Witness,
  account: Hex,
  entries: readonly Entry[],
  standing: Standing,
): Promise<HeadCheck> => {
  // The node works on its proof meanwhile.
  const asked = witness.headOf(account, standing)
  const here = headOfEntries(entries)
  const proven = await asked
  if (!proven.isProven) return { state: 'unasked', here, reason: proven.reason }
  return proven.value === here
    ? { state: 'agrees', here }
    : { state: 'differs', here, onChain: proven.value }
}

/** What a page's ETag says of its head; null where it was not compared. */
export const headTag = ({ head }: { readonly head: HeadCheck | null }): string | null =>
  head === null || head.state === 'unasked' ? null : head.state
