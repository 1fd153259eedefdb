import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest, Party } from '../../contracts/proof/manifest.ts'
import { listed } from './listed.ts'
import { plain } from './t.ts'

/** A party of the network, in words. */
export const partyWords = (party: Party): string => plain(`party.${party}`)

/** Who sealed a block, in words. */
export const sealerWords = (sealer: Hex | null, manifest: Manifest): string => {
  if (sealer === null) return plain('party.sealedByNobody')
  const signer = manifest.signers.find(({ address }) => address === sealer)
  return signer === undefined
    ? plain('party.sealedByUnknown')
    : plain('party.sealedBy', { parties: partyWords(signer.party) })
}

/** Who seals the ledger's blocks, in words. */
export const signersWords = ({ signers }: Manifest): string =>
  signers.length === 0
    ? plain('party.sealedByNobody')
    : plain('party.sealedBy', { parties: listed(signers.map(({ party }) => partyWords(party))) })
