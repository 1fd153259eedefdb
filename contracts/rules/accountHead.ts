import { keccak256 } from '#keccak'

/**
 * The head of an account after one more entry: keccak256(abi.encode(head before, topic0, seq, keccak256(data))), as the
 * contract keeps it. `head` and `topic0` are 32 bytes; `data` is exactly the log's data.
 */
export const accountHead = (
  head: Uint8Array,
  topic0: Uint8Array,
  seq: number,
  data: Uint8Array,
): Uint8Array => accountHeadOfHash(head, topic0, seq, keccak256(data))

/** The same where only the hash of the data (32 bytes) is known. */
export const accountHeadOfHash = (
  head: Uint8Array,
  topic0: Uint8Array,
  seq: number,
  dataHash: Uint8Array,
): Uint8Array => {
  words.set(head, 0)
  words.set(topic0, 32)
  view.setBigUint64(88, BigInt(seq))
  words.set(dataHash, 96)
  return keccak256(words)
}

/** What is hashed of every entry is as long, so that one piece of memory does for all. */
const words = new Uint8Array(128)
const view = new DataView(words.buffer)

/** The head of an account that has no entries yet: zero. */
export const emptyHead = (): Uint8Array => new Uint8Array(32)
