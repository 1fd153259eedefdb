import { keccak256 } from '#keccak'
import type { BillingEvent } from '../../events/codec.ts'
import { encodeEvent } from '../../events/codec.ts'
import { type Hex, hexOf } from '../../events/hex.ts'
import { accountOfCategory } from '../../rules/accountCode.ts'
import { headSlot, standingSlot } from '../accountSlots.ts'
import { isSame } from '../bytes.ts'
import { type JsonObject, bytesIn, listIn, objectIn } from '../json.ts'
import { emptyRoot } from '../merkleRoot.ts'
import { entriesFor } from './later.ts'
import type { ChainClaim, Evidence } from './shape.ts'

/** What evidence is made from, all of one block. */
export interface Material {
  readonly chain: ChainClaim
  readonly account: Hex
  /** The one bill to be proven, or null for the whole account. */
  readonly bill: number | null
  /** All entries of the account, in order. */
  readonly events: readonly BillingEvent[]
  /** All entries of each category that the account agreed to. */
  readonly categories: ReadonlyMap<number, readonly BillingEvent[]>
  /** The answer to eth_getProof for the slots that `slotsFor` names. */
  readonly proof: unknown
  /** Raw headers from the block on, as many as a majority of parties sealed. */
  readonly headers: readonly Uint8Array[]
}

/** The categories whose tariffs evidence of this bill, or of the whole account, must show. */
export const categoriesFor = (events: readonly BillingEvent[], bill: number | null): number[] => {
  const shown = events.slice(0, bill === null ? events.length : entriesFor(events, bill))
  const agreed = shown.flatMap((event) =>
    event.name === 'AgreementAccepted' ? [event.fields.category] : [],
  )
  return [...new Set(agreed)].sort((a, b) => a - b)
}

/** The slots of the contract that prove it, in the order of `proof`. */
export const slotsFor = (account: Hex, categories: readonly number[]): Uint8Array[] => [
  headSlot(account),
  standingSlot(account),
  ...categories.map((category) => headSlot(accountOfCategory(category))),
]

/**
 * Puts evidence together. It is not verified here: whoever serves it does so by `verifyEvidence`, as everyone will. Throws
 * `MalformedAnswer`.
 */
export const makeEvidence = (material: Material): Evidence => {
  const { chain, account, bill, events, headers } = material
  const count = bill === null ? events.length : entriesFor(events, bill)
  const categories = categoriesFor(events, bill)
  const answer = objectIn(material.proof, 'eth_getProof')
  const [head = [], standing = [], ...others] = listIn(answer['storageProof'], 'storageProof').map(
    (slot) => nodesIn(objectIn(slot, 'storageProof'), 'proof'),
  )
  return {
    format: 'wattledger-evidence/1',
    chain,
    account,
    bill,
    entries: events.slice(0, count).map(entryOf),
    later: events
      .slice(count)
      .map((event) => ({ event: event.name, hash: hexOf(keccak256(dataOf(event))) })),
    categories: categories.map((category) => ({
      category,
      entries: (material.categories.get(category) ?? []).map(entryOf),
    })),
    proof: { contract: nodesIn(answer, 'accountProof'), head, standing, categories: others },
    headers: headers.map((raw) => hexOf(raw)),
  }
}

const entryOf = (event: BillingEvent) => ({ event: event.name, data: hexOf(dataOf(event)) })

const dataOf = (event: BillingEvent): Uint8Array => encodeEvent(event.name, event.fields as never)

/** Nodes of a proof; an empty trie is proven by none, for which some nodes of the network give the empty one. */
const nodesIn = (answer: JsonObject, member: string): Hex[] => {
  const nodes = listIn(answer[member], member).map((node) => bytesIn({ node }, 'node'))
  const [only] = nodes
  const isEmpty = nodes.length === 1 && only !== undefined && isSame(keccak256(only), emptyRoot)
  return isEmpty ? [] : nodes.map((node) => hexOf(node))
}
