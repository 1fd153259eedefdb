import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest, Party } from '../../contracts/proof/manifest.ts'

const parties: Readonly<Record<Party, string>> = {
  board: 'the board',
  consumer: 'the consumers’ forum',
  regulator: 'the regulator',
}

/** A party of the network, in words. */
export const partyWords = (party: Party): string => parties[party]

/** Who sealed a block, in words. */
export const sealerWords = (sealer: Hex | null, manifest: Manifest): string => {
  if (sealer === null) return 'sealed by nobody: a practice chain'
  const signer = manifest.signers.find(({ address }) => address === sealer)
  return signer === undefined ? 'sealed by an unknown key' : `sealed by ${parties[signer.party]}`
}
