import { hexOf } from '../../contracts/events/hex.ts'

/**
 * The node answers, and what it says is wrong or must not be followed. Raised only after the node was asked anew and said
 * the same. Nothing unproven has come out of the reader; who stores, stops, and a person looks.
 */
export abstract class ChainAlarm extends Error {}

/** The node is of another chain than the deployment. */
export class ForeignChain extends ChainAlarm {
  override readonly name = 'ForeignChain'
  /** "chain id" or "genesis hash". */
  readonly what: string
  readonly found: string
  readonly expected: string
  constructor(what: string, found: string, expected: string) {
    super(
      `The node is of another chain: its ${what} is ${found}, the manifest says ${expected}. ` +
        `Point RPC_URL at a node of this network, or take this network's manifest.`,
    )
    this.what = what
    this.found = found
    this.expected = expected
  }
}

/** The node has fewer blocks than it had, and no others in their place. */
export class RewoundChain extends ChainAlarm {
  override readonly name = 'RewoundChain'
  /** The node's newest block. */
  readonly head: number
  /** The block that it had before. */
  readonly known: number
  constructor(head: number, known: number) {
    super(
      `The node went back in time: its newest block is ${head}, it had ${known} before. ` +
        `Wait until it has caught up with the other nodes, or restore its data; what is stored stays as it is.`,
    )
    this.head = head
    this.known = known
  }
}

/** A header does not follow the one before it. */
export class UnlinkedHeader extends ChainAlarm {
  override readonly name = 'UnlinkedHeader'
  readonly number: number
  readonly parentHash: Uint8Array
  readonly expected: Uint8Array
  constructor(number: number, parentHash: Uint8Array, expected: Uint8Array) {
    super(
      `Block ${number} does not follow the block before it: it names the parent ${hexOf(parentHash)}, ` +
        `which is ${hexOf(expected)}. The node mixes chains or alters headers: ask another party's node.`,
    )
    this.number = number
    this.parentHash = parentHash
    this.expected = expected
  }
}

/** What the node gives for a block can't be read at all. */
export class UnreadableBlock extends ChainAlarm {
  override readonly name = 'UnreadableBlock'
  readonly number: number
  constructor(number: number, reason: string, cause?: unknown) {
    super(
      `Block ${number} can't be read: ${reason} The node alters or cuts its answers, or is of a newer kind: ask another party's node.`,
      { cause },
    )
    this.number = number
  }
}

/** The node gave two headers for one block, of which it can prove only the one that was known before. */
export class WaveringNode extends ChainAlarm {
  override readonly name = 'WaveringNode'
  readonly number: number
  readonly hash: Uint8Array
  constructor(number: number, hash: Uint8Array) {
    super(
      `The node gave another header for block ${number} than ${hexOf(hash)}, and then that one again. ` +
        `It alters headers, or stands for several nodes that disagree: ask another party's node.`,
    )
    this.number = number
    this.hash = hash
  }
}

/** The receipts are not those that the header commits to: a log was left out, added, altered or moved. */
export class UnprovenReceipts extends ChainAlarm {
  override readonly name = 'UnprovenReceipts'
  readonly number: number
  readonly found: Uint8Array
  readonly expected: Uint8Array
  constructor(number: number, found: Uint8Array, expected: Uint8Array) {
    super(
      `The receipts of block ${number} are not proven: their root is ${hexOf(found)}, the header's ${hexOf(expected)}. ` +
        `The node left out or altered a record: ask another party's node, and keep this one's data for the inquiry.`,
    )
    this.number = number
    this.found = found
    this.expected = expected
  }
}

/** The transactions are not those that the header commits to. */
export class UnprovenTransactions extends ChainAlarm {
  override readonly name = 'UnprovenTransactions'
  readonly number: number
  readonly found: Uint8Array
  readonly expected: Uint8Array
  constructor(number: number, found: Uint8Array, expected: Uint8Array) {
    super(
      `The transactions of block ${number} are not proven: their root is ${hexOf(found)}, the header's ${hexOf(expected)}. ` +
        `The node left out or altered one: ask another party's node, and keep this one's data for the inquiry.`,
    )
    this.number = number
    this.found = found
    this.expected = expected
  }
}

/** A block bears the seal of no party, or of one whose turn it claims falsely. */
export class UnknownSealer extends ChainAlarm {
  override readonly name = 'UnknownSealer'
  readonly number: number
  /** 20 bytes; null where the seal is none. */
  readonly sealer: Uint8Array | null
  constructor(number: number, sealer: Uint8Array | null, reason: string, cause?: unknown) {
    const who = sealer === null ? '' : ` by ${hexOf(sealer)}`
    super(
      `Block ${number} is not sealed as it must be${who}: ${reason} ` +
        `Ask the parties who sealed it; if they agreed on new signers, list them in the manifest.`,
      { cause },
    )
    this.number = number
    this.sealer = sealer
  }
}

/** Too few of the parties sealed the newest blocks: one key alone could have made them. */
export class TooFewParties extends ChainAlarm {
  override readonly name = 'TooFewParties'
  readonly number: number
  readonly sealer: Uint8Array
  readonly needed: number
  constructor(number: number, sealer: Uint8Array, needed: number) {
    super(
      `Block ${number} was sealed by ${hexOf(sealer)} again, though of any ${needed} blocks in a row each must be another party's. ` +
        `One key may be forging a chain: compare with another party's node.`,
    )
    this.number = number
    this.sealer = sealer
    this.needed = needed
  }
}

/** A header votes on who may seal, or lists other signers than the manifest. */
export class SignerChange extends ChainAlarm {
  override readonly name = 'SignerChange'
  readonly number: number
  constructor(number: number, what: string) {
    super(
      `Block ${number} changes who may seal: ${what} ` +
        `If the parties agreed on it, list the new set with its first block under signerChanges in the manifest; if not, ask the party that voted.`,
    )
    this.number = number
  }
}

/** The chain replaced more blocks than it may. */
export class DeepReorg extends ChainAlarm {
  override readonly name = 'DeepReorg'
  readonly known: number
  readonly limit: number
  constructor(known: number, limit: number) {
    super(
      `The node's chain and the stored one part more than ${limit} blocks before block ${known}. ` +
        `No honest network of these parties does that: compare the nodes of all parties before anything is replaced.`,
    )
    this.known = known
    this.limit = limit
  }
}
