import { billingCodeHash, sourceHash } from '../../contracts/artifacts/bytecode.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import type { Proven, Witness } from '../node/witness.ts'
import type { Standing } from '../record/standing.ts'

/** The hash of the contract's code: as the indexed block's state proves it, and as the published source compiles to it. */
export interface CodeCheck {
  readonly onChain: Proven<Hex>
  readonly ofSource: Hex
  /** Hash of the source itself, its compiler and settings. */
  readonly sourceHash: string
}

export const checkCode = async (witness: Witness, standing: Standing): Promise<CodeCheck> => ({
  onChain: await witness.codeHash(standing),
  ofSource: billingCodeHash,
  sourceHash,
})
