import type { ReceiptLog } from '../../contracts/proof/receipt.ts'

/** A block that the caller has stored, or trusts: reading goes on after it. */
export interface Checkpoint {
  readonly number: number
  /** 32 bytes. */
  readonly hash: Uint8Array
}

/**
 * A block of which everything below was proven: its header hashes to the parent link of a block that two of the parties
 * sealed (or it or its parent was sealed by them), its transactions and receipts hash to the header's roots.
 * All bytes are views of larger buffers: copy what is kept long.
 */
export interface VerifiedBlock {
  readonly number: number
  /** 32 bytes, as are `parentHash` and `stateRoot`. */
  readonly hash: Uint8Array
  readonly parentHash: Uint8Array
  readonly stateRoot: Uint8Array
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
  /** Address (20 bytes) of the party's key that sealed it; null where the manifest names no signers (practice). */
  readonly sealer: Uint8Array | null
  /** All transactions of the block, in its order. */
  readonly transactions: readonly VerifiedTransaction[]
  /** Logs of the ledger's contract only, in order. They are complete: the block's receipts were proven as a whole. */
  readonly logs: readonly ReceiptLog[]
}

export interface VerifiedTransaction {
  /** 32 bytes. */
  readonly hash: Uint8Array
  /** Its place in the block, from 0. */
  readonly index: number
  /** 20 bytes, recovered from its signature. */
  readonly from: Uint8Array
  /** 20 bytes, or null where it created a contract. */
  readonly to: Uint8Array | null
  /** False where it was mined but refused. */
  readonly succeeded: boolean
}

/**
 * What following a chain comes down to.
 * - `blocks`: the next blocks, at least one, each the parent of the next; the first follows the last one given before.
 * - `reorg`: blocks above `ancestor` given before are no longer of the chain; `blocks` replace them (at least one).
 *   They are proven already, so old and new rows can change places in one transaction.
 * - `head`: the node was asked and has nothing newer; comes after each such poll, so it is also a sign of life.
 *
 * `head` is the number of the node's newest block when this was read (not itself proven): the lag is `head` less the
 * last block's number.
 */
export type ReaderEvent =
  | { readonly type: 'blocks'; readonly blocks: readonly VerifiedBlock[]; readonly head: number }
  | {
      readonly type: 'reorg'
      readonly ancestor: Checkpoint
      readonly blocks: readonly VerifiedBlock[]
      readonly head: number
    }
  | { readonly type: 'head'; readonly head: number }
