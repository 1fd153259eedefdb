import { isSame } from '../../contracts/proof/bytes.ts'
import { emptyRoot } from '../../contracts/proof/merkleRoot.ts'
import { decodeReceipt, type ReceiptLog } from '../../contracts/proof/receipt.ts'
import { Unrecoverable } from '../../contracts/proof/recoverAddress.ts'
import { MalformedRlp } from '../../contracts/proof/rlp.ts'
import { UnprovenReceipts, UnprovenTransactions, UnreadableBlock } from './alarms.ts'
import { type Digested, type Signed, signedIn } from './digest.ts'
import type { Linked } from './links.ts'
import type { VerifiedBlock, VerifiedTransaction } from './types.ts'

/** A linked header whose sealer was judged. */
export interface Sealed extends Linked {
  readonly sealer: Uint8Array | null
}

/** Whether the header alone proves that the block holds nothing. */
export const isEmpty = ({ header }: Linked): boolean =>
  isSame(header.receiptsRoot, emptyRoot) && isSame(header.transactionsRoot, emptyRoot)

/**
 * The block, its body proven against its header by the body's digest; of the logs only `contract`'s (20 bytes). An empty
 * block needs no body.
 * Throws `UnprovenReceipts`, `UnprovenTransactions`, `UnreadableBlock`.
 */
export const proveBlock = (
  { header, hash, sealer }: Sealed,
  { receipts, transactions, digest }: Digested,
  contract: Uint8Array,
): VerifiedBlock => {
  const { number, parentHash, stateRoot, timestamp } = header
  const { receiptsRoot, transactionsRoot } = digest
  if (!isSame(receiptsRoot, header.receiptsRoot)) {
    throw new UnprovenReceipts(number, receiptsRoot, header.receiptsRoot)
  }
  if (!isSame(transactionsRoot, header.transactionsRoot)) {
    throw new UnprovenTransactions(number, transactionsRoot, header.transactionsRoot)
  }
  const block = { number, hash, parentHash, stateRoot, timestamp, sealer }
  if (receipts.length !== transactions.length) {
    const counts = `${receipts.length} receipts for ${transactions.length} transactions`
    throw new UnreadableBlock(number, `its header commits to ${counts}.`)
  }
  try {
    return { ...block, ...read(receipts, digest.transactions ?? signedIn(transactions), contract) }
  } catch (cause) {
    if (!(cause instanceof MalformedRlp || cause instanceof Unrecoverable)) throw cause
    throw new UnreadableBlock(number, `its proven content is of a kind unknown here.`, cause)
  }
}

const read = (
  receipts: readonly Uint8Array[],
  signed: readonly Signed[],
  contract: Uint8Array,
): Pick<VerifiedBlock, 'transactions' | 'logs'> => {
  const transactions: VerifiedTransaction[] = []
  const logs: ReceiptLog[] = []
  let logsBefore = 0
  for (const [index, transaction] of signed.entries()) {
    const place = { transactionIndex: index, logsBefore }
    const receipt = decodeReceipt(receipts[index] as Uint8Array, contract, place)
    for (const log of receipt.logs) logs.push(log)
    logsBefore += receipt.logCount
    transactions.push({ ...transaction, index, succeeded: receipt.succeeded })
  }
  return { transactions, logs }
}
