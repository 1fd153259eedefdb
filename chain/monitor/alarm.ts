import type { Hex } from '../../contracts/events/hex.ts'

/**
 * What a monitor raises:
 * - `chain`: the node's blocks are not what the parties sealed
 * - `rules`: an entry contradicts the rules, and stands so on the chain
 * - `head`: the contract keeps another fingerprint than its logs give
 * - `portal`: the portal says otherwise than the chain
 */
export interface Alarm {
  readonly kind: 'chain' | 'rules' | 'head' | 'portal'
  readonly block: number
  /** The account that it is about, if any. */
  readonly account: Hex | null
  readonly message: string
}
