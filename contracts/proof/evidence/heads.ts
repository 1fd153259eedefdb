import { type BillingEvent, decodeEvent, encodeTopics, UndecodableLog } from '../../events/codec.ts'
import { bytesOf, type Hex, hexOf, NotHex } from '../../events/hex.ts'
import { topicBytesOf } from '../../events/topics.ts'
import { accountHead, accountHeadOfHash, emptyHead } from '../../rules/accountHead.ts'
import { EvidenceRefused } from './refusal.ts'
import type { Evidence, ProvenEntry } from './shape.ts'

/** An account's entries as they are claimed: read, and the head they come to. */
export interface ReadHistory {
  readonly events: readonly BillingEvent[]
  /** 32 bytes, of all entries, later ones included. */
  readonly head: Uint8Array
  readonly seq: number
}

/** Reads entries 1, 2, 3 … of `account`, and those after them that only show their hash. Throws `EvidenceRefused`. */
export const readHistory = (
  account: Hex,
  entries: readonly ProvenEntry[],
  later: Evidence['later'] = [],
): ReadHistory => {
  let head = emptyHead()
  let seq = 0
  const events = entries.map(({ event, data: text }) => {
    seq++
    try {
      const data = bytesOf(text)
      head = accountHead(head, topicBytesOf(event), seq, data)
      return decodeEvent({ topics: encodeTopics(event, account, seq), data })
    } catch (cause) {
      if (!(cause instanceof UndecodableLog || cause instanceof NotHex)) throw cause
      throw new EvidenceRefused(
        'entry-unreadable',
        `Entry ${seq} of ${account} can't be read as ${event}: ${cause instanceof UndecodableLog ? cause.reason : 'it has half a byte'}. It was altered.`,
        cause,
      )
    }
  })
  for (const { event, hash } of later) {
    seq++
    head = accountHeadOfHash(head, topicBytesOf(event), seq, bytesOf(hash))
  }
  return { events, head, seq }
}

/** Throws `EvidenceRefused` unless the history comes to the head that the chain has. */
export const requireHead = (
  whose: string,
  { head, seq }: ReadHistory,
  onChain: Uint8Array,
): void => {
  if (hexOf(head) === hexOf(onChain)) return
  throw new EvidenceRefused(
    'head-differs',
    `The ${seq} entries of ${whose} are not what the chain recorded: together they give the fingerprint ${hexOf(head)}, the chain has ${hexOf(onChain)}. One was left out, added, altered or moved.`,
  )
}
