import type { BillDerivation } from '../../contracts/rules/bill.ts'
import { type Paise, paise, type Wh } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { isTrue } from '../derive/derivedRevision.ts'
import { isReal } from '../derive/isReal.ts'
import type { StandingBill } from '../record/history.ts'

/** A bill as first issued, or as a correction left it: registers, charges and amount. */
export interface BillVersion {
  /** 0 as issued. */
  readonly revision: number
  readonly entry: EntryOf<'BillIssued'> | EntryOf<'ConsumptionRevised'>
  /** Who says what register stood at the end and at the beginning. */
  readonly present: Register
  readonly previous: Register | null
  readonly wh: Wh
  readonly charges: readonly EntryOf<'ChargeApplied'>[]
  readonly derived: BillDerivation | null
  readonly failure: string | null
  readonly gross: Paise
  readonly rounding: Paise
  readonly amount: Paise
  /** Whether the chain says the same. Of a correction that is not true the version is what the record makes of it. */
  readonly isAsRecorded: boolean
}

/** A register of a meter, and the entry that says so. */
export interface Register {
  readonly register: Wh
  readonly source:
    EntryOf<'ConsumptionRecorded'> | EntryOf<'MeterInstalled'> | EntryOf<'ConsumptionRevised'>
}

/** All versions of a bill, the first one first. */
export const versionsOf = (bill: StandingBill, entries: readonly Entry[]): BillVersion[] => {
  const { reading, issued, charges, derived, failure } = bill
  const { gross, alreadyCharged, amount, rounding } = issued.fields
  const first: BillVersion = {
    revision: 0,
    entry: issued,
    present: { register: reading.fields.present, source: reading },
    previous: previousOf(reading, entries, reading.seq, reading.fields.previous),
    wh: reading.fields.wh,
    charges,
    derived,
    failure,
    gross,
    rounding,
    amount,
    isAsRecorded: true,
  }
  const corrected = bill.revisions.map((revision): BillVersion => {
    const { entry, derived } = revision
    const isAsRecorded = isTrue(revision) || derived === null
    const after = isAsRecorded
      ? revision.after
      : { ...revision.after, ...derived, wh: derived.consumption.wh }
    const isRestated = entry.fields.present !== reading.fields.present
    return {
      revision: entry.fields.revision,
      entry,
      present: { register: after.present, source: isRestated ? entry : reading },
      previous: previousOf(reading, entries, entry.seq, after.previous),
      wh: after.wh,
      charges: revision.charges,
      derived,
      failure: revision.failure,
      gross: after.gross,
      rounding: paise(after.amount - (after.gross - alreadyCharged)),
      amount: after.amount,
      isAsRecorded,
    }
  })
  return [first, ...corrected]
}

/** Where a reading's first register comes from, as it stood at entry `seq`. */
const previousOf = (
  reading: EntryOf<'ConsumptionRecorded'>,
  entries: readonly Entry[],
  seq: number,
  register: Wh,
): Register | null => {
  const meter = only(entries, 'MeterInstalled').findLast((each) => each.seq < reading.seq)
  const real = only(entries, 'ConsumptionRecorded').findLast(
    (each) => each.seq < reading.seq && isReal(each),
  )
  if (real === undefined || (meter !== undefined && meter.seq > real.seq))
    return meter === undefined ? null : { register, source: meter }
  const revision = only(entries, 'ConsumptionRevised').findLast(
    (each) => each.seq < seq && each.fields.bill === real.fields.bill,
  )
  return { register, source: register === real.fields.present ? real : (revision ?? real) }
}
