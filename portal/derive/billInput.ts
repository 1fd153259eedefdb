import type { BillInput } from '../../contracts/rules/bill.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { termsOfAgreement } from '../../contracts/rules/terms.ts'
import { type Entry, type EntryOf, onlyBefore } from '../record/entry.ts'
import { isReal } from './isReal.ts'

/** What the bill of this reading follows from: what the account's entries said before it, and the tariffs. */
export const billInput = (
  reading: EntryOf<'ConsumptionRecorded'>,
  entries: readonly Entry[],
  tariffs: readonly Tariff[],
): BillInput => {
  const { seq } = reading
  const meter = onlyBefore(entries, 'MeterInstalled', seq).at(-1)
  const agreed = onlyBefore(entries, 'AgreementAccepted', seq)
  const { previous, present, multiplier, carried, rollover, start, end } = reading.fields
  return {
    reading: {
      previous,
      present,
      multiplier,
      carried,
      rollover,
      start,
      end,
      modulus: meter?.fields.modulus ?? null,
    },
    terms: agreed.map(({ fields }) => termsOfAgreement(fields)),
    tariffs,
    estimates: estimatesBefore(entries, seq),
  }
}

/** The estimated bills since the last real reading. */
const estimatesBefore = (entries: readonly Entry[], seq: number): BillInput['estimates'] => {
  const readings = onlyBefore(entries, 'ConsumptionRecorded', seq)
  const estimated = readings.slice(readings.findLastIndex(isReal) + 1)
  if (estimated.length === 0) return []
  const numbers = new Set(estimated.map(({ fields }) => fields.bill))
  return onlyBefore(entries, 'BillIssued', seq)
    .filter(({ fields }) => numbers.has(fields.number))
    .map(({ fields: { number, amount } }) => ({ number, amount }))
}
