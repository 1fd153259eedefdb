import type { Unit } from '../../contracts/rules/audit/findings.ts'
import type { Charge } from '../../contracts/rules/charge.ts'
import type { EntryOf } from '../record/entry.ts'

/** One number that is not what it should be. */
export interface Difference {
  readonly what: string
  readonly unit: Unit
  readonly here: bigint
  readonly onChain: bigint
}

export const compare = (
  what: string,
  unit: Difference['unit'],
  here: bigint,
  onChain: bigint,
): Difference => ({ what, unit, here, onChain })

export const isDifferent = ({ here, onChain }: Difference): boolean => here !== onChain

/** Charges worked out here beside those recorded, part by part and component by component. */
export const compareCharges = (
  charges: readonly Charge[],
  applied: readonly EntryOf<'ChargeApplied'>[],
): Difference[] => [
  compare('number of parts', 'number', BigInt(charges.length), BigInt(applied.length)),
  ...charges.flatMap((charge, i) => {
    const recorded = applied[i]
    return recorded === undefined ? [] : compareCharge(charge, recorded)
  }),
]

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
