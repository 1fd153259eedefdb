import { merkleRoot } from '../../contracts/proof/merkleRoot.ts'
import { decodeTransaction, senderOf } from '../../contracts/proof/transaction.ts'
import type { RawBody } from './blockSource.ts'

/** What a raw body hashes to and who signed its transactions: most of the work of a proof, before anything is compared. */
export interface Digest {
  /** 32 bytes each. */
  readonly receiptsRoot: Uint8Array
  readonly transactionsRoot: Uint8Array
  /** Null where one can't be read. */
  readonly transactions: readonly Signed[] | null
}

/** A raw transaction, read. */
export interface Signed {
  /** 32 bytes. */
  readonly hash: Uint8Array
  /** 20 bytes. */
  readonly from: Uint8Array
  /** 20 bytes, or null where it creates a contract. */
  readonly to: Uint8Array | null
}

export interface Digested extends RawBody {
  readonly digest: Digest
}

/** Digests bodies, in their order. What comes out may stand in other memory than what was given, which then is gone. */
export type Digester = (bodies: readonly RawBody[]) => Promise<readonly Digested[]>

/** On this thread. */
export const digestHere = (bodies: readonly RawBody[]): Digested[] =>
  bodies.map((body) => ({ ...body, digest: digestOf(body) }))

const digestOf = ({ receipts, transactions }: RawBody): Digest => ({
  receiptsRoot: merkleRoot(receipts),
  transactionsRoot: merkleRoot(transactions),
  transactions: signedOrNull(transactions),
})

const signedOrNull = (raws: readonly Uint8Array[]): readonly Signed[] | null => {
  try {
    return signedIn(raws)
  } catch {
    // Why, is told by who compares the roots first: `signedIn` throws it again.
    return null
  }
}

/** Reads raw transactions. Throws `MalformedRlp` and `Unrecoverable`. */
export const signedIn = (raws: readonly Uint8Array[]): Signed[] =>
  raws.map((raw) => {
    const transaction = decodeTransaction(raw)
    return { hash: transaction.hash, from: senderOf(transaction), to: transaction.to }
  })

/** The memory of bodies that stand in it alone. */
export const memoryOf = (bodies: readonly RawBody[]): ArrayBuffer[] => {
  const pieces = bodies.flatMap(({ receipts, transactions }) => [...receipts, ...transactions])
  return [...new Set(pieces.map(({ buffer }) => buffer as ArrayBuffer))]
}
