import { keccak256 } from '#keccak'
import { hexOf } from '../events/hex.ts'
import { isSame } from './bytes.ts'
import { emptyRoot } from './merkleRoot.ts'
import { decodeRlp, MalformedRlp, RlpReader } from './rlp.ts'
import { provenValue, ProofRefused } from './trieProof.ts'
import { bigintIn, bytesIn, listIn, objectIn } from './json.ts'

/** An account as the state commits to it (Yellow Paper, 4.1). */
export interface ProvenAccount {
  readonly nonce: number
  /** Wei. */
  readonly balance: bigint
  /** 32 bytes, as is `codeHash`. */
  readonly storageRoot: Uint8Array
  readonly codeHash: Uint8Array
}

/** The account at `address` in the state of `stateRoot`, or null if the proof shows there is none. Throws `ProofRefused`. */
export const verifyAccountProof = (
  stateRoot: Uint8Array,
  address: Uint8Array,
  nodes: readonly Uint8Array[],
): ProvenAccount | null => {
  const value = provenValue(stateRoot, keccak256(address), nodes)
  if (value === null) return null
  try {
    const outer = new RlpReader(value)
    const fields = outer.list()
    outer.end()
    const account = {
      nonce: fields.number(),
      balance: fields.bigint(),
      storageRoot: fields.fixed(32),
      codeHash: fields.fixed(32),
    }
    fields.end()
    return account
  } catch (cause) {
    throw refusedRlp(`the account ${hexOf(address)}`, cause)
  }
}

/** What storage slot `slot` (32 bytes) holds below `storageRoot`: 32 bytes, zero if proven absent. Throws `ProofRefused`. */
export const verifyStorageProof = (
  storageRoot: Uint8Array,
  slot: Uint8Array,
  nodes: readonly Uint8Array[],
): Uint8Array => {
  const word = new Uint8Array(32)
  const value = provenValue(storageRoot, keccak256(slot), nodes)
  if (value === null) return word
  let content
  try {
    content = decodeRlp(value)
  } catch (cause) {
    throw refusedRlp(`slot ${hexOf(slot)}`, cause)
  }
  if (!(content instanceof Uint8Array) || content.length > 32 || (content[0] ?? 0) === 0) {
    throw new ProofRefused(`slot ${hexOf(slot)} holds ${hexOf(value)}, which is no word`)
  }
  word.set(content, 32 - content.length)
  return word
}

/** What an answer to eth_getProof proves: the account and, in the order asked, what its slots hold. */
export interface ProvenStorage {
  readonly account: ProvenAccount
  /** Each 32 bytes. */
  readonly words: readonly Uint8Array[]
}

/**
 * Verifies an answer to eth_getProof for `address` and `slots` against `stateRoot`, which the caller has proven: every
 * node of every proof, and every value that the answer claims beside them. Throws `ProofRefused`, `MalformedAnswer`.
 */
export const verifyProofAnswer = (
  stateRoot: Uint8Array,
  address: Uint8Array,
  slots: readonly Uint8Array[],
  answer: unknown,
): ProvenStorage => {
  const json = objectIn(answer, 'eth_getProof')
  const account = verifyAccountProof(stateRoot, address, nodesIn(json['accountProof']))
  if (account === null) {
    throw new ProofRefused(`there is no account ${hexOf(address)} in this state`)
  }
  if (!isSame(account.storageRoot, bytesIn(json, 'storageHash', 32))) {
    throw new ProofRefused(
      `the storage root it claims is not the account's ${hexOf(account.storageRoot)}`,
    )
  }
  const isAsClaimed =
    isSame(account.codeHash, bytesIn(json, 'codeHash', 32)) &&
    account.balance === bigintIn(json, 'balance') &&
    BigInt(account.nonce) === bigintIn(json, 'nonce')
  if (!isAsClaimed) throw new ProofRefused('balance, nonce or code hash are not as it claims')
  const proofs = listIn(json['storageProof'], 'storageProof').map((proof) =>
    objectIn(proof, 'proof'),
  )
  if (proofs.length !== slots.length) {
    throw new ProofRefused(`it proves ${proofs.length} slots, asked were ${slots.length}`)
  }
  const words = slots.map((slot, i) => {
    const proof = proofs[i] as (typeof proofs)[number]
    if (bigintIn(proof, 'key') !== BigInt(hexOf(slot))) {
      throw new ProofRefused(`it proves slot ${String(proof['key'])}, asked was ${hexOf(slot)}`)
    }
    const word = verifyStorageProof(account.storageRoot, slot, nodesIn(proof['proof']))
    if (bigintIn(proof, 'value') !== BigInt(hexOf(word))) {
      throw new ProofRefused(
        `slot ${hexOf(slot)} is claimed to hold ${String(proof['value'])}, proven is ${hexOf(word)}`,
      )
    }
    return word
  })
  return { account, words }
}

/** Proof nodes of an answer; an empty trie is proven by no node, for which some nodes say the empty one. */
const nodesIn = (proof: unknown): Uint8Array[] => {
  const nodes = listIn(proof, 'proof').map((node) => bytesIn({ node }, 'node'))
  const [only] = nodes
  return nodes.length === 1 && only !== undefined && isSame(keccak256(only), emptyRoot) ? [] : nodes
}

const refusedRlp = (what: string, cause: unknown): unknown =>
  cause instanceof MalformedRlp
    ? new ProofRefused(`${what} is not encoded as it must be`, cause)
    : cause
