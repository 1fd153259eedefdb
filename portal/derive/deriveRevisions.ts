import { bill, type BillDerivation } from '../../contracts/rules/bill.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { type Paise, paise, type Wh } from '../../contracts/rules/units.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { billInput } from './billInput.ts'
import { compare, compareCharges, type Difference, isDifferent } from './difference.ts'
import { isReal } from './isReal.ts'

/** A bill's reading and sums at some time: as recorded, or as a correction left them. */
export interface BillState {
  readonly previous: Wh
  readonly present: Wh
  readonly wh: Wh
  readonly gross: Paise
  readonly amount: Paise
}

/** A correction of a bill, beside what the record says it corrects and what the restated registers make of it. */
export interface DerivedRevision {
  readonly entry: EntryOf<'ConsumptionRevised'>
  readonly charges: readonly EntryOf<'ChargeApplied'>[]
  readonly before: BillState
  /** As the chain has it. */
  readonly after: BillState
  /** Worked out anew from the record and the restated register. */
  readonly derived: BillDerivation | null
  readonly failure: string | null
  readonly differences: readonly Difference[]
  /** Where what the correction claims to correct is not what was recorded. The contract can't know; whoever derives can. */
  readonly lies: readonly Lie[]
}

export type Lie =
  | { readonly kind: 'estimate' }
  | { readonly kind: 'start'; readonly named: Wh; readonly recorded: Wh }
  | {
      readonly kind: 'end'
      readonly named: Wh
      readonly recorded: Wh
      readonly bill: number | null
    }

export const isTrue = ({ failure, differences, lies }: DerivedRevision): boolean =>
  failure === null && differences.length === 0 && lies.length === 0

/** Where an account's readings stand while its entries are gone through. */
interface Stand {
  readonly reading: EntryOf<'ConsumptionRecorded'>
  readonly meter: EntryOf<'MeterInstalled'>
  state: BillState
}

/** Every correction among an account's entries, by the bill that it corrects, in order. */
export const deriveRevisions = (
  entries: readonly Entry[],
  tariffs: readonly Tariff[],
): ReadonlyMap<number, readonly DerivedRevision[]> => {
  const found = new Map<number, DerivedRevision[]>()
  const stands: Stand[] = []
  let meter: EntryOf<'MeterInstalled'> | undefined
  let reading: EntryOf<'ConsumptionRecorded'> | undefined
  /** The bills of one act, which restates consecutive readings. */
  let row: Restating[] = []
  const endRow = () => {
    checkRow(row, stands, meter)
    row = []
  }
  for (const [i, entry] of entries.entries()) {
    if (entry.name === 'ConsumptionRevised') {
      const stand = stands.find(({ reading }) => reading.fields.bill === entry.fields.bill)
      if (stand === undefined) continue
      if (!goesOn(row.at(-1), stand, entry)) endRow()
      const charges = chargesAfter(entries, i)
      const revision = deriveOne(stand, registerBefore(stand, stands), entry, charges, {
        entries,
        tariffs,
      })
      found.set(entry.fields.bill, [...(found.get(entry.fields.bill) ?? []), revision])
      stand.state = revision.after
      row.push({ stand, revision })
    } else if (entry.name !== 'ChargeApplied') endRow()
    if (entry.name === 'MeterInstalled') meter = entry
    if (entry.name === 'ConsumptionRecorded') reading = entry
    if (entry.name === 'BillIssued' && reading !== undefined && meter !== undefined) {
      const { previous, present, wh } = reading.fields
      const { gross, amount } = entry.fields
      stands.push({ reading, meter, state: { previous, present, wh, gross, amount } })
    }
  }
  endRow()
  return found
}

interface Restating {
  readonly stand: Stand
  readonly revision: Mutable
}

/** Whether a correction is one more of the act before it: same transaction, the next stretch. */
const goesOn = (
  last: Restating | undefined,
  { reading }: Stand,
  { at }: EntryOf<'ConsumptionRevised'>,
): boolean =>
  last !== undefined &&
  last.revision.entry.at.transaction === at.transaction &&
  last.stand.reading.fields.end === reading.fields.start

type Mutable = DerivedRevision & { readonly lies: Lie[] }

const deriveOne = (
  { reading, state }: Stand,
  previous: Wh,
  entry: EntryOf<'ConsumptionRevised'>,
  charges: readonly EntryOf<'ChargeApplied'>[],
  { entries, tariffs }: { entries: readonly Entry[]; tariffs: readonly Tariff[] },
): Mutable => {
  const { present, rollover, wh, grossBefore, grossAfter, difference } = entry.fields
  const after = {
    previous: entry.fields.previous,
    present,
    wh,
    gross: grossAfter,
    amount: paise(state.amount + difference),
  }
  const lies: Lie[] = [
    ...(isReal(reading) ? [] : [{ kind: 'estimate' } as const]),
    ...(previous === entry.fields.previous
      ? []
      : [{ kind: 'start', named: entry.fields.previous, recorded: previous } as const]),
  ]
  const known = { entry, charges, before: state, after, lies }
  try {
    const input = billInput(reading, entries, tariffs)
    const derived = bill({ ...input, reading: { ...input.reading, previous, present, rollover } })
    const differences = [
      compare('charges before the correction', 'money', state.gross, grossBefore),
      compare('units', 'energy', derived.consumption.wh, wh),
      ...compareCharges(derived.charges, charges),
      compare('charges', 'money', derived.gross, grossAfter),
      compare('difference to the bill', 'money', derived.amount - state.amount, difference),
    ].filter(isDifferent)
    return { ...known, derived, failure: null, differences }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    return { ...known, derived: null, failure, differences: [] }
  }
}

/** The charges that follow a correction, up to the next entry of another kind. */
const chargesAfter = (entries: readonly Entry[], place: number): EntryOf<'ChargeApplied'>[] => {
  const charges: EntryOf<'ChargeApplied'>[] = []
  for (const entry of entries.slice(place + 1)) {
    if (entry.name !== 'ChargeApplied') break
    charges.push(entry)
  }
  return charges
}

/** The register that a reading counts from, as it stands now: the real one before it, or the meter's first. */
const registerBefore = ({ reading, meter }: Stand, stands: readonly Stand[]): Wh => {
  const before = stands.findLast(
    (other) => other.reading.seq < reading.seq && isReal(other.reading),
  )
  return before === undefined || before.meter.seq !== meter.seq
    ? meter.fields.register
    : before.state.present
}

/**
 * An act ends at the register from which the next reading counts; where its meter was replaced since, at the one from
 * which that was read out. A row that runs on to another meter is found by its start.
 */
const checkRow = (
  row: readonly Restating[],
  stands: readonly Stand[],
  meterNow: EntryOf<'MeterInstalled'> | undefined,
): void => {
  const last = row.at(-1)
  if (last === undefined) return
  const { stand, revision } = last
  const next = stands.find(({ reading }) => reading.seq > stand.reading.seq && isReal(reading))
  const isSameMeter = (next?.meter ?? meterNow)?.seq === stand.meter.seq
  if (next === undefined && isSameMeter) return
  const recorded = next !== undefined && isSameMeter ? next.state.previous : revision.before.present
  const named = revision.after.present
  if (named === recorded) return
  revision.lies.push({ kind: 'end', named, recorded, bill: next?.reading.fields.bill ?? null })
}
