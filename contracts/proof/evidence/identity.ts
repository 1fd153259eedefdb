import type { Manifest } from '../manifest.ts'
import { EvidenceRefused } from './refusal.ts'
import type { ChainClaim, Signers, Trust } from './shape.ts'

/** The signers of a block, by what is trusted. */
export const signersAt = (
  { signers, signerChanges }: Pick<Trust, 'signers' | 'signerChanges'>,
  block: number,
): Signers => signerChanges.findLast((change) => change.block <= block)?.signers ?? signers

/**
 * That the chain claimed is the one trusted, and blocks `from` to `to` are sealed by its signers and not older than
 * allowed. Throws `EvidenceRefused`.
 */
export const requireTrusted = (
  claim: ChainClaim,
  trust: Trust,
  { from, to }: { readonly from: number; readonly to: number },
): void => {
  for (const [member, words] of identity) {
    if (claim[member] === trust[member]) continue
    throw new EvidenceRefused(
      'another-chain',
      `It is of another ledger than the one you trust: its ${words} is ${claim[member]}, the trust file has ${trust[member]}.`,
    )
  }
  for (const block of new Set([from, to])) {
    if (textOf(claim.signers) === textOf(signersAt(trust, block))) continue
    throw new EvidenceRefused(
      'other-signers',
      `The parties it names as sealing block ${block} are not those of the trust file: ${textOf(claim.signers) || 'none'}, instead of ${textOf(signersAt(trust, block)) || 'none'}.`,
    )
  }
  if (from < trust.minimumBlock) {
    throw new EvidenceRefused(
      'too-old',
      `It shows the account as of block ${from}, before block ${trust.minimumBlock} from which on the trust file takes it: what came later is not in it. Ask for a newer one.`,
    )
  }
}

const identity = [
  ['chainId', 'chain id'],
  ['genesisHash', 'first block'],
  ['contract', 'contract'],
  ['codeHash', "contract's code"],
] as const

const textOf = (signers: Signers): string =>
  inOrder(signers)
    .map(({ party, address }) => `${party} ${address}`)
    .join(', ')

/** Signers in the order in which the files name them: of their addresses. */
export const inOrder = (signers: Signers): Signers =>
  [...signers].sort((a, b) => (a.address < b.address ? -1 : 1))

/** That signers are named as the files name them, each party and address once. Throws `EvidenceRefused`. */
export const requireSigners = (signers: Signers): void => {
  const isOnce = (['party', 'address'] as const).every(
    (member) => new Set(signers.map((signer) => signer[member])).size === signers.length,
  )
  if (isOnce && inOrder(signers).every((signer, i) => signer === signers[i])) return
  throw new EvidenceRefused(
    'other-signers',
    'It names the parties that seal twice, or not in the order of their addresses: it was altered.',
  )
}

/** What a deployment gives away so that others can verify: its manifest, and the newest block they may insist on. */
export const trustOf = (manifest: Manifest, minimumBlock: number): Trust => ({
  format: 'wattledger-trust/1',
  chainId: manifest.chainId,
  genesisHash: manifest.genesisHash,
  contract: manifest.contract,
  codeHash: manifest.codeHash,
  signers: inOrder(manifest.signers),
  signerChanges: (manifest.signerChanges ?? []).map(({ block, signers }) => ({
    block,
    signers: inOrder(signers),
  })),
  minimumBlock,
})

/** What evidence claims of the chain of `manifest` as of a block. */
export const chainOf = (manifest: Manifest, block: number): ChainClaim => {
  const { chainId, genesisHash, contract, codeHash, ...sealing } = trustOf(manifest, 0)
  return { chainId, genesisHash, contract, codeHash, signers: signersAt(sealing, block) }
}
