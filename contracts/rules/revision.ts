import { asMoney } from './outOfRange.ts'
import { roundTo } from './rounding.ts'
import type { Paise } from './units.ts'

/** What a correction of a reading does to its bill: the sums of its charges before and after, and what stays as it was. */
export interface Restated {
  readonly grossBefore: Paise
  readonly grossAfter: Paise
  readonly alreadyCharged: Paise
  /** As the tariff of the reading's last day says. */
  readonly roundTo: Paise
}

/**
 * The amount rounded anew less the amount before, which is what `ConsumptionRevised` adds to the balance. Throws
 * `OutOfRange`.
 */
export const revisionDifference = (restated: Restated): Paise => {
  const { grossBefore, grossAfter, alreadyCharged, roundTo: unit } = restated
  const amount = (gross: Paise): Paise => asMoney('amount', roundTo(gross - alreadyCharged, unit))
  return asMoney('difference', amount(grossAfter) - amount(grossBefore))
}
