import { bytesOf, type Hex, hexOf, NotHex } from '../../events/hex.ts'
import { accountOfCategory } from '../../rules/accountCode.ts'
import type { AccountStanding } from '../../rules/audit/auditedBill.ts'
import { headSlot, standingIn, standingSlot } from '../accountSlots.ts'
import { verifyAccountProof, verifyStorageProof } from '../stateProof.ts'
import { ProofRefused } from '../trieProof.ts'
import { EvidenceRefused } from './refusal.ts'
import type { Evidence } from './shape.ts'

/** What the state of the block holds of the account and its categories. */
export interface ProvenState {
  /** 32 bytes, as are those of `categories`. */
  readonly head: Uint8Array
  readonly standing: AccountStanding
  /** By category. */
  readonly categories: ReadonlyMap<number, Uint8Array>
}

/**
 * The storage slots that the proofs prove below `stateRoot`, the contract's code being the one that is claimed. Throws
 * `EvidenceRefused`.
 */
export const readState = (
  stateRoot: Uint8Array,
  { chain, account, categories, proof }: Evidence,
): ProvenState => {
  const contract = proven('the contract', () =>
    verifyAccountProof(stateRoot, bytesOf(chain.contract), bytesIn(proof.contract)),
  )
  if (contract === null) {
    throw new EvidenceRefused(
      'state-unproven',
      `In this block there is no contract ${chain.contract}: the file is of another ledger.`,
    )
  }
  if (hexOf(contract.codeHash) !== chain.codeHash) {
    throw new EvidenceRefused(
      'code-differs',
      `The contract's code has the hash ${hexOf(contract.codeHash)} in this block, not ${chain.codeHash}: other rules may hold there than those that are checked here.`,
    )
  }
  const slot = (what: string, at: Uint8Array, nodes: readonly Hex[]) =>
    proven(what, () => verifyStorageProof(contract.storageRoot, at, bytesIn(nodes)))
  return {
    head: slot("the account's fingerprint", headSlot(account), proof.head),
    standing: standingIn(slot("the account's balance", standingSlot(account), proof.standing)),
    categories: new Map(
      categories.map(({ category }, i) => {
        const at = headSlot(accountOfCategory(category))
        return [category, slot(`category ${category}'s fingerprint`, at, proof.categories[i] ?? [])]
      }),
    ),
  }
}

const bytesIn = (nodes: readonly Hex[]) => nodes.map((node) => bytesOf(node))

const proven = <T>(what: string, prove: () => T): T => {
  try {
    return prove()
  } catch (cause) {
    if (!(cause instanceof ProofRefused || cause instanceof NotHex)) throw cause
    const reason = cause instanceof ProofRefused ? cause.reason : 'half a byte'
    throw new EvidenceRefused(
      'state-unproven',
      `The proof of ${what} in this block does not hold (${reason}): it was altered, cut, or is of another block.`,
      cause,
    )
  }
}
