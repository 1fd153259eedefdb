import type { BillInput } from '../../contracts/rules/bill.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { termsOfAgreement } from '../../contracts/rules/terms.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { isReal } from './isReal.ts'

/** What the bill of this reading follows from: what the account's entries said before it, and the tariffs. */
export const billInput = (
  reading: EntryOf<'ConsumptionRecorded'>,
  entries: readonly Entry[],
  tariffs: readonly Tariff[],
): BillInput => {
  const before = entries.filter(({ seq }) => seq < reading.seq)
  const meter = only(before, 'MeterInstalled').at(-1)
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
    terms: only(before, 'AgreementAccepted').map(({ fields }) => termsOfAgreement(fields)),
    tariffs,
    estimates: estimatesBefore(before),
  }
}

/** The estimated bills since the last real reading. */
const estimatesBefore = (before: readonly Entry[]): BillInput['estimates'] => {
  const readings = only(before, 'ConsumptionRecorded')
  const numbers = new Set(
    readings.slice(readings.findLastIndex(isReal) + 1).map(({ fields }) => fields.bill),
  )
  return only(before, 'BillIssued')
    .filter(({ fields }) => numbers.has(fields.number))
    .map(({ fields: { number, amount } }) => ({ number, amount }))
}
