import { bill, type BillDerivation } from '../../contracts/rules/bill.ts'
import type { Charge } from '../../contracts/rules/charge.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { billInput } from './billInput.ts'

/** A bill as recorded, with the entries it rests on, and as worked out again from its reading. */
export interface DerivedBill {
  readonly issued: EntryOf<'BillIssued'>
  readonly reading: EntryOf<'ConsumptionRecorded'>
  /** The rate applied to each part, as recorded when the bill was made. */
  readonly charges: readonly EntryOf<'ChargeApplied'>[]
  readonly derived: BillDerivation | null
  /** Why it could not be worked out, in words. */
  readonly failure: string | null
  /** Where the two say different things; none where they agree. */
  readonly differences: readonly Difference[]
}

/** One number that is not what it should be. */
export interface Difference {
  readonly what: string
  readonly unit: 'money' | 'energy' | 'load' | 'day' | 'number'
  readonly here: bigint
  readonly onChain: bigint
}

/** Works out again every bill among the entries of one account. `tariffs` are those of its categories, none withdrawn. */
export const deriveBills = (
  entries: readonly Entry[],
  tariffs: readonly Tariff[],
): DerivedBill[] => {
  const readings = new Map(
    only(entries, 'ConsumptionRecorded').map((entry) => [entry.fields.bill, entry]),
  )
  const charges = Map.groupBy(
    only(entries, 'ChargeApplied').filter(({ fields }) => fields.revision === 0),
    ({ fields }) => fields.bill,
  )
  return only(entries, 'BillIssued').flatMap((issued) => {
    const reading = readings.get(issued.fields.number)
    if (reading === undefined) return []
    const applied = charges.get(issued.fields.number) ?? []
    return [
      { issued, reading, charges: applied, ...derive(issued, reading, applied, entries, tariffs) },
    ]
  })
}

const derive = (
  issued: EntryOf<'BillIssued'>,
  reading: EntryOf<'ConsumptionRecorded'>,
  charges: readonly EntryOf<'ChargeApplied'>[],
  entries: readonly Entry[],
  tariffs: readonly Tariff[],
): Pick<DerivedBill, 'derived' | 'failure' | 'differences'> => {
  try {
    const derived = bill(billInput(reading, entries, tariffs))
    const differences = [
      compare('units', 'energy', derived.consumption.wh, reading.fields.wh),
      compare('number of parts', 'number', BigInt(derived.charges.length), BigInt(charges.length)),
      ...derived.charges.flatMap((charge, i) => {
        const applied = charges[i]
        return applied === undefined ? [] : compareCharge(charge, applied)
      }),
      compare('charges', 'money', derived.gross, issued.fields.gross),
      compare('already charged', 'money', derived.alreadyCharged, issued.fields.alreadyCharged),
      compare('rounding', 'money', derived.rounding, issued.fields.rounding),
      compare('bill', 'money', derived.amount, issued.fields.amount),
    ].filter(({ here, onChain }) => here !== onChain)
    return { derived, failure: null, differences }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return { derived: null, failure, differences: [] }
  }
}

const compareCharge = (charge: Charge, { fields }: EntryOf<'ChargeApplied'>): Difference[] => [
  compare('first day of the part', 'day', BigInt(charge.part.firstDay), BigInt(fields.firstDay)),
  compare('days of the part', 'number', BigInt(charge.part.days), BigInt(fields.numberOfDays)),
  compare('units of the part', 'energy', charge.part.wh, fields.wh),
  compare('tariff', 'number', BigInt(charge.tariff.tariff), BigInt(fields.tariff)),
  compare('load', 'load', charge.load, fields.load),
  compare('energy', 'money', charge.energy, fields.energy),
  compare('fixed charge', 'money', charge.fixedCharge, fields.fixedCharge),
  compare('fuel', 'money', charge.fuel, fields.fuel),
  compare('duty', 'money', charge.duty, fields.duty),
  compare('subsidy', 'money', charge.subsidy, fields.subsidy),
  compare('charge', 'money', charge.charge, fields.charge),
]

const compare = (
  what: string,
  unit: Difference['unit'],
  here: bigint,
  onChain: bigint,
): Difference => ({
  what,
  unit,
  here,
  onChain,
})

/** Whether the bill is what its reading and its rate make it. */
export const agrees = ({ failure, differences }: DerivedBill): boolean =>
  failure === null && differences.length === 0
