import { estimate } from '../../contracts/rules/usual.ts'
import { type Wh, wh } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { isReal } from './isReal.ts'
import { restatedReadings } from './restated.ts'

/**
 * An estimated reading beside the one that the formula gives: what the account usually uses, by up to its last three real
 * bills. The chain leaves the board free here, so a departure is pointed out.
 */
export type EstimateCheck =
  | { readonly state: 'as usual'; readonly bills: readonly UsualBill[] }
  | {
      readonly state: 'departs'
      readonly bills: readonly UsualBill[]
      /** What the formula makes of the same days. */
      readonly expected: Wh
    }
  | { readonly state: 'groundless' }

/** A real bill that says what is usual. */
export interface UsualBill {
  readonly number: number
  readonly wh: Wh
  readonly days: number
}

/** null for a reading that is no estimate. */
export const checkEstimate = (
  reading: EntryOf<'ConsumptionRecorded'>,
  entries: readonly Entry[],
): EstimateCheck | null => {
  if (isReal(reading)) return null
  const before = entries.filter(({ seq }) => seq < reading.seq)
  const bills = restatedReadings(before)
    .slice(-3)
    .map(({ reading: { fields }, wh }) => ({
      number: fields.bill,
      wh,
      days: fields.end - fields.start,
    }))
  const modulus = only(before, 'MeterInstalled').at(-1)?.fields.modulus ?? wh(2n ** 64n - 1n)
  const { previous, present, carried, multiplier, rollover, start, end } = reading.fields
  const should = estimate({ bills, days: end - start, previous, carried, multiplier, modulus })
  if (should === null) return { state: 'groundless' }
  if (should.present === present && should.rollover === rollover)
    return { state: 'as usual', bills }
  const turned = should.rollover ? modulus : 0n
  const used = (should.present + turned - previous) * BigInt(multiplier)
  return { state: 'departs', bills, expected: wh(carried + used) }
}
