import type { EventOf } from '../../events/codec.ts'
import type { BillDerivation } from '../bill.ts'
import type { Reading } from '../consumption.ts'
import { formatKWh } from '../energy.ts'
import { revisionDifference } from '../revision.ts'
import { paise, type Wh } from '../units.ts'
import type { AuditedCorrection, BillState, Estimates, StandingReading } from './auditedBill.ts'
import { Findings } from './findings.ts'

/** What a correction of a reading comes to, by the rules. */
export interface Rules {
  /** The bill that a reading makes, or null where the rules refuse it, which was found. */
  readonly derive: (
    found: Findings,
    seq: number,
    reading: Reading,
    estimates: Estimates,
  ) => BillDerivation | null
}

/**
 * The readings of an account, and their corrections held against what was recorded: the contract takes the original
 * as it is named, so whether it is true, real, and of one meter is found out here.
 */
export class Corrections {
  readonly list: AuditedCorrection[] = []
  readonly #found: Findings
  readonly #rules: Rules
  readonly #all = new Map<number, StandingReading>()
  readonly #real: StandingReading[] = []
  /** The correction and the reading last restated in a row of them, whose next one must begin at its register. */
  #loose: { readonly correction: AuditedCorrection; readonly place: number } | null = null

  constructor(found: Findings, rules: Rules) {
    this.#found = found
    this.#rules = rules
  }

  get real(): readonly StandingReading[] {
    return this.#real
  }

  add(reading: StandingReading): void {
    this.#all.set(reading.bill.number, reading)
    if (!reading.bill.isEstimated) this.#real.push(reading)
  }

  /**
   * Holds a correction against the reading it restates, and takes it over. null where there is no such bill.
   * @param isReplaced Whether the meter was replaced since the last real reading.
   */
  take(event: EventOf<'ConsumptionRevised'>, isReplaced: boolean): AuditedCorrection | null {
    const { seq, fields } = event
    const standing = this.#all.get(fields.bill)
    if (standing === undefined) {
      this.#found.add(seq, `it corrects bill ${fields.bill}, which is not there`)
      return null
    }
    const found = new Findings(this.#found)
    const before = stateOf(standing)
    const derived = standing.bill.isEstimated
      ? this.#refuseEstimate(found, event, standing)
      : this.#check(found, event, standing, isReplaced)
    const { previous, present, rollover } = fields
    standing.reading = { ...standing.reading, previous, present, rollover }
    standing.revision = fields.revision
    standing.gross = fields.grossAfter
    standing.bill.wh = fields.wh
    standing.bill.corrected = paise(standing.bill.corrected + fields.difference)
    const correction = { event, before, after: stateOf(standing), derived, found }
    this.list.push(correction)
    const place = this.#real.indexOf(standing)
    if (place >= 0) this.#loose = { correction, place }
    return correction
  }

  /** A row of corrections ended: the reading after the last one must begin at its register. */
  endRow(seq: number): void {
    if (this.#loose === null) return
    const { correction, place } = this.#loose
    const next = this.#real[place + 1]
    this.#loose = null
    if (next === undefined || next.isFirstOfMeter) return
    const { bill, present: named } = correction.event.fields
    const { previous: recorded } = next.reading
    if (recorded === named) return
    const { number } = next.bill
    correction.found.add(
      seq,
      `the correction of bill ${bill} ends at register ${formatKWh(named)} kWh, but bill ${number} begins at ${formatKWh(recorded)} kWh`,
      { kind: 'end', bill: number, named, recorded },
    )
  }

  /** What it would make all the same; its numbers are beside the point, so they are not compared. */
  #refuseEstimate(
    found: Findings,
    { seq, fields: { bill, present, rollover } }: EventOf<'ConsumptionRevised'>,
    { reading, estimates }: StandingReading,
  ): BillDerivation | null {
    const message = `it corrects bill ${bill}, which is an estimate: the next real reading corrects those`
    found.add(seq, message, { kind: 'estimate' })
    return this.#rules.derive(found, seq, { ...reading, present, rollover }, estimates)
  }

  /** The bill worked out anew, null where it can't be. */
  #check(
    found: Findings,
    { seq, fields }: EventOf<'ConsumptionRevised'>,
    real: StandingReading,
    isReplaced: boolean,
  ): BillDerivation | null {
    const place = this.#real.indexOf(real)
    if (!this.#goesOn(place, fields.previous)) this.endRow(seq)
    const before = this.#real[place - 1]
    const isFirst = real.isFirstOfMeter || before === undefined
    const previous = isFirst ? real.reading.previous : before.reading.present
    const { present, rollover } = fields
    found.expect(seq, 'number of the revision', fields.revision, real.revision + 1)
    found.expectKWh(seq, 'register before', fields.previous, previous)
    found.expectMoney(seq, 'charges before it', fields.grossBefore, real.gross)
    this.#refuseMoved(found, seq, place, present, isReplaced)
    const reading = { ...real.reading, previous, present, rollover }
    const derived = this.#rules.derive(found, seq, reading, real.estimates)
    if (derived !== null) this.#compare(found, seq, fields, real, derived)
    return derived
  }

  /** Whether a correction may be one more of a row: of the next reading, from the register where the last one ended. */
  #goesOn(place: number, previous: Wh): boolean {
    const { place: last, correction } = this.#loose ?? {}
    return last === place - 1 && correction?.event.fields.present === previous
  }

  #compare(
    found: Findings,
    seq: number,
    fields: EventOf<'ConsumptionRevised'>['fields'],
    { gross: grossBefore }: StandingReading,
    { consumption, gross: grossAfter, alreadyCharged, roundTo }: BillDerivation,
  ): void {
    found.expectKWh(seq, 'units', fields.wh, consumption.wh)
    found.expectMoney(seq, 'charges after it', fields.grossAfter, grossAfter)
    const difference = found.worked(seq, () =>
      revisionDifference({ grossBefore, grossAfter, alreadyCharged, roundTo }),
    )
    if (difference !== null) {
      found.expectMoney(seq, 'difference', fields.difference, difference)
    }
  }

  /** The last register of a meter stays: what it read out when it was replaced was counted from there. */
  #refuseMoved(found: Findings, seq: number, place: number, named: Wh, isReplaced: boolean): void {
    const recorded = this.#real[place]?.reading.present ?? named
    const next = this.#real[place + 1]
    const isEnd = next === undefined ? isReplaced : next.isFirstOfMeter
    if (named === recorded || !isEnd) return
    const message = 'it moves the last register of a meter that was replaced since'
    found.add(seq, message, { kind: 'replaced', named, recorded })
  }
}

const stateOf = ({ reading, bill, gross }: StandingReading): BillState => ({
  previous: reading.previous,
  present: reading.present,
  wh: bill.wh,
  gross,
  amount: bill.corrected,
})
