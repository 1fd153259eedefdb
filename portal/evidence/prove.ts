import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import { chainOf, trustOf } from '../../contracts/proof/evidence/identity.ts'
import { categoriesFor, makeEvidence, slotsFor } from '../../contracts/proof/evidence/make.ts'
import { write } from '../../contracts/proof/evidence/read.ts'
import { majorityOf } from '../../contracts/proof/evidence/seals.ts'
import { type Verdict, verifyEvidence } from '../../contracts/proof/evidence/verify.ts'
import { encodeHeader, headerFromJson, headerHash } from '../../contracts/proof/header.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { Witness } from '../node/witness.ts'
import { hasBill, type LedgerMaterial, upTo } from './material.ts'

/** Evidence ready to be served, as everyone will verify it. */
export interface Proven {
  readonly block: number
  readonly blockHash: Hex
  /** Its one form, packed. */
  readonly packed: Uint8Array<ArrayBuffer>
  /** Bytes of that form before packing. */
  readonly length: number
  readonly verdict: Verdict
}

/** Headers that evidence needs: as many as a majority of the parties sealed, one where nobody seals. */
const headersFor = ({ signers }: Manifest): number =>
  signers.length === 0 ? 1 : majorityOf(signers)

/** The newest block at which evidence can be proven now, given the node's newest one. */
export const newestProvable = (
  manifest: Manifest,
  { standing }: Pick<LedgerMaterial, 'standing'>,
  chainHead: number,
): number => Math.min(standing.block, chainHead - headersFor(manifest) + 1)

/**
 * Makes evidence at a block from the ledger's entries and what the node proves, and verifies it before it is given out: a
 * ledger that breaks its own rules is told, a proof that does not hold is not served. Throws `CannotProve`.
 */
export const prove = async (
  witness: Witness,
  material: LedgerMaterial,
  block: number,
): Promise<Proven> => {
  const { manifest } = witness
  const { account, bill } = material
  const events = upTo(material.entries, block)
  if (bill !== null && !hasBill(events, bill)) {
    throw new CannotProve(`Bill ${bill} was issued after block ${block}.`)
  }
  const categories = categoriesFor(events, bill)
  const slots = slotsFor(account, categories).map((slot) => hexOf(slot))
  const [proof, ...headers] = await Promise.all([
    asked(witness, 'eth_getProof', [manifest.contract, slots, tagOf(block)]),
    ...Array.from({ length: headersFor(manifest) }, (_, i) =>
      asked(witness, 'eth_getBlockByNumber', [tagOf(block + i), false]),
    ),
  ])
  const raws = headers.map((header) => encodeHeader(headerFromJson(header)))
  const evidence = makeEvidence({
    chain: chainOf(manifest, block),
    account,
    bill,
    events,
    categories: new Map(
      categories.map((each) => [each, upTo(material.categories.get(each) ?? [], block)]),
    ),
    proof,
    headers: raws,
  })
  const text = write(evidence)
  const verdict = verifyEvidence(text, trustOf(manifest, 0))
  const failed = verdict.outcome === 'refused' ? verdict.reasons[0] : null
  if (failed !== null && failed.code !== 'rules-contradicted') {
    throw new CannotProve(failed.message)
  }
  const packed = new Uint8Array(await promisify(gzip)(text, { level: 9 }))
  const [first = new Uint8Array(0)] = raws
  return { block, blockHash: hexOf(headerHash(first)), packed, length: text.length, verdict }
}

const asked = async (witness: Witness, method: string, params: readonly unknown[]) => {
  const answer = await witness.ask(method, params)
  if (answer.isProven) return answer.value
  throw new CannotProve(answer.reason)
}

const tagOf = (block: number): string => `0x${block.toString(16)}`

/** Evidence can't be proven at this block, now. */
export class CannotProve extends Error {
  override readonly name = 'CannotProve'
}
