import { bill, type BillDerivation } from '../../contracts/rules/bill.ts'
import { auditOf } from '../../contracts/rules/audit/auditOf.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { billInput } from './billInput.ts'
import { type Carried, carriedInto } from './carried.ts'
import { checkEstimate, type EstimateCheck } from './checkEstimate.ts'
import { type DerivedRevision, derivedRevision, isTrue } from './derivedRevision.ts'
import { compare, compareCharges, type Difference, isDifferent } from './difference.ts'

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
  /** What replaced meters handed to it. */
  readonly carried: readonly Carried[]
  /** For an estimate: whether it is what the formula gives. */
  readonly estimate: EstimateCheck | null
  /** Its corrections, in order, each worked out again too. */
  readonly revisions: readonly DerivedRevision[]
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
  const revisions = Map.groupBy(correctionsOf(entries, tariffs), ({ event }) => event.fields.bill)
  return only(entries, 'BillIssued').flatMap((issued) => {
    const reading = readings.get(issued.fields.number)
    if (reading === undefined) return []
    const applied = charges.get(issued.fields.number) ?? []
    return [
      {
        issued,
        reading,
        charges: applied,
        ...derive(issued, reading, applied, entries, tariffs),
        estimate: checkEstimate(reading, entries),
        revisions: (revisions.get(issued.fields.number) ?? []).map((each) =>
          derivedRevision(each, entries),
        ),
      },
    ]
  })
}

/** Corrections are audited with all that came before them, which works each bill out once more: few accounts have any. */
const correctionsOf = (entries: readonly Entry[], tariffs: readonly Tariff[]) =>
  entries.some(({ name }) => name === 'ConsumptionRevised')
    ? auditOf(entries, tariffs).corrections
    : []

const derive = (
  issued: EntryOf<'BillIssued'>,
  reading: EntryOf<'ConsumptionRecorded'>,
  charges: readonly EntryOf<'ChargeApplied'>[],
  entries: readonly Entry[],
  tariffs: readonly Tariff[],
): Pick<DerivedBill, 'derived' | 'failure' | 'differences' | 'carried'> => {
  try {
    const carried = carriedInto(reading, entries)
    const derived = bill(billInput(reading, entries, tariffs))
    const differences = [
      compare('units of the meters before', 'energy', sumOf(carried), reading.fields.carried),
      compare('units', 'energy', derived.consumption.wh, reading.fields.wh),
      ...compareCharges(derived.charges, charges),
      compare('charges', 'money', derived.gross, issued.fields.gross),
      compare('already charged', 'money', derived.alreadyCharged, issued.fields.alreadyCharged),
      compare('rounding', 'money', derived.rounding, issued.fields.rounding),
      compare('bill', 'money', derived.amount, issued.fields.amount),
    ].filter(isDifferent)
    return { derived, failure: null, differences, carried }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return { derived: null, failure, differences: [], carried: [] }
  }
}

const sumOf = (carried: readonly Carried[]): bigint =>
  carried.reduce((total, { wh }) => total + wh, 0n)

/** Whether the bill is what its reading and its rate make it, and its corrections are true. */
export const agrees = ({ failure, differences, revisions }: DerivedBill): boolean =>
  failure === null && differences.length === 0 && revisions.every(isTrue)
