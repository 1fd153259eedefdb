import type { Hex } from '../../contracts/events/hex.ts'
import type { Proven, Witness } from '../node/witness.ts'
import type { Standing } from '../record/standing.ts'

/** The hash of the contract's code: as the indexed block's state proves it, and as the deployment's manifest names it. */
export interface CodeCheck {
  readonly onChain: Proven<Hex>
  readonly inManifest: Hex
}

export const checkCode = async (witness: Witness, standing: Standing): Promise<CodeCheck> => ({
  onChain: await witness.codeHash(standing),
  inManifest: witness.manifest.codeHash,
})
