import type { Months } from './months.ts'
import type { Slab } from './tariff.ts'
import { type Wh, wh } from './units.ts'

/** What of a part's energy falls into one slab. */
export interface SlabUse {
  readonly slab: Slab
  /** From 1. */
  readonly number: number
  /** How much the slab holds in these months; null for the last, which holds the rest. */
  readonly size: Wh | null
  readonly wh: Wh
}

/**
 * Fills the slabs in order. Their limits are per month and cumulative: limit = floor(upTo × months); the last slab takes
 * what is left.
 */
export const fillSlabs = (used: Wh, slabs: readonly Slab[], { num, den }: Months): SlabUse[] => {
  let below = 0n
  return slabs.map((slab, i) => {
    const limit = slab.upTo === null ? null : (slab.upTo * num) / den
    const lower = below
    below = limit ?? lower
    const filled = limit === null || used < limit ? used : limit
    return {
      slab,
      number: i + 1,
      size: limit === null ? null : wh(limit - lower),
      wh: wh(filled > lower ? filled - lower : 0n),
    }
  })
}
