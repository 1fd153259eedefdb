import type { Hex } from '../../contracts/events/hex.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'

/** Whole days in a row on which others sealed: the first and the last of them, and how many. */
export interface SilentDays {
  readonly first: DayNumber
  readonly last: DayNumber
  readonly days: number
}

/**
 * The longest stretch of days without a block of each signer, the newest of equally long ones, from what each sealed a day,
 * in any order. Days without a block of anybody are not one signer's silence: they neither count nor break it.
 */
export const silentDaysIn = (
  sealed: readonly { readonly day: DayNumber; readonly sealer: Hex }[],
  signers: readonly Hex[],
): ReadonlyMap<Hex, SilentDays> => {
  const sealersOf = new Map<DayNumber, Set<Hex>>()
  for (const { day, sealer } of sealed) {
    const sealers = sealersOf.get(day)
    if (sealers === undefined) sealersOf.set(day, new Set([sealer]))
    else sealers.add(sealer)
  }
  const days = [...sealersOf].sort(([a], [b]) => a - b)
  const longest = new Map<Hex, SilentDays>()
  for (const signer of signers) {
    let [first, length]: [DayNumber | null, number] = [null, 0]
    for (const [day, sealers] of days) {
      ;[first, length] = sealers.has(signer) ? [null, 0] : [first ?? day, length + 1]
      if (first !== null && length >= (longest.get(signer)?.days ?? 1))
        longest.set(signer, { first, last: day, days: length })
    }
  }
  return longest
}
