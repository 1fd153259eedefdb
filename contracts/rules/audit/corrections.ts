import type { EventOf } from '../../events/codec.ts'
import type { BillDerivation } from '../bill.ts'
import type { Reading } from '../consumption.ts'
import { formatKWh } from '../energy.ts'
import { revisionDifference } from '../revision.ts'
import type { DayNumber, Paise } from '../units.ts'
import { dayNumber, paise } from '../units.ts'
import type { AuditedBill, Estimates, RealReading } from './auditedBill.ts'
import type { Findings } from './findings.ts'

/** What a correction of a reading comes to, by the rules. */
export interface Rules {
  /** The bill that a reading makes, or null where the rules refuse it, which was found. */
  readonly derive: (seq: number, reading: Reading, estimates: Estimates) => BillDerivation | null
  /** To what the tariff of a day rounds bills. */
  readonly unitOn: (day: DayNumber) => Paise
}

/**
 * The real readings of an account, and their corrections held against what was recorded: the contract takes the original
 * as it is named, so whether it is true, real, and of one meter is found out here.
 */
export class Corrections {
  readonly #found: Findings
  readonly #rules: Rules
  readonly #real: RealReading[] = []
  /** The reading last restated in a row of corrections, whose next one must begin at its register. */
  #loose: number | null = null

  constructor(found: Findings, rules: Rules) {
    this.#found = found
    this.#rules = rules
  }

  get real(): readonly RealReading[] {
    return this.#real
  }

  add(reading: RealReading): void {
    this.#real.push(reading)
  }

  /**
   * Holds a correction against the reading it restates, and takes it over. Returns the bill worked out anew, null where it
   * can't be.
   * @param isReplaced Whether the meter was replaced since the last real reading.
   */
  take(
    { seq, fields }: EventOf<'ConsumptionRevised'>,
    bills: readonly AuditedBill[],
    isReplaced: boolean,
  ): BillDerivation | null {
    const place = this.#real.findIndex(({ bill }) => bill.number === fields.bill)
    const real = this.#real[place]
    if (real === undefined) {
      const isEstimate = bills[fields.bill - 1]?.isEstimated === true
      const what = isEstimate ? 'an estimate: the next real reading corrects those' : 'not there'
      this.#found.add(seq, `it corrects bill ${fields.bill}, which is ${what}`)
      return null
    }
    if (this.#loose !== null && this.#loose !== place - 1) this.endRow(seq)
    const before = this.#real[place - 1]
    const isFirst = real.isFirstOfMeter || before === undefined
    const register = isFirst ? real.reading.previous : before.reading.present
    this.#found.expect(seq, 'number of the revision', fields.revision, real.revision + 1)
    this.#found.expectKWh(seq, 'register before', fields.previous, register)
    this.#found.expectMoney(seq, 'charges before it', fields.grossBefore, real.gross)
    this.#refuseMoved(seq, place, fields.present !== real.reading.present, isReplaced)
    const { previous, present, rollover } = fields
    const reading = { ...real.reading, previous, present, rollover }
    const derived = this.#rules.derive(seq, reading, real.estimates)
    if (derived !== null) this.#compare(seq, fields, real, derived)
    real.reading = reading
    real.revision = fields.revision
    real.gross = fields.grossAfter
    real.bill.wh = fields.wh
    real.bill.corrected = paise(real.bill.corrected + fields.difference)
    this.#loose = place
    return derived
  }

  /** A row of corrections ended: the reading after the last one must begin at its register. */
  endRow(seq: number): void {
    if (this.#loose === null) return
    const last = this.#real[this.#loose]
    const next = this.#real[this.#loose + 1]
    this.#loose = null
    if (last === undefined || next === undefined || next.isFirstOfMeter) return
    if (next.reading.previous === last.reading.present) return
    this.#found.add(
      seq,
      `the correction of bill ${last.bill.number} ends at register ${formatKWh(last.reading.present)} kWh, but bill ${next.bill.number} begins at ${formatKWh(next.reading.previous)} kWh`,
    )
  }

  #compare(
    seq: number,
    fields: EventOf<'ConsumptionRevised'>['fields'],
    { gross: grossBefore, reading }: RealReading,
    { consumption, gross: grossAfter, alreadyCharged }: BillDerivation,
  ): void {
    this.#found.expectKWh(seq, 'units', fields.wh, consumption.wh)
    this.#found.expectMoney(seq, 'charges after it', fields.grossAfter, grossAfter)
    const roundTo = this.#rules.unitOn(dayNumber(reading.end - 1))
    const difference = this.#found.worked(seq, () =>
      revisionDifference({ grossBefore, grossAfter, alreadyCharged, roundTo }),
    )
    if (difference !== null) {
      this.#found.expectMoney(seq, 'difference', fields.difference, difference)
    }
  }

  /** The last register of a meter stays: what it read out when it was replaced was counted from there. */
  #refuseMoved(seq: number, place: number, isMoved: boolean, isReplaced: boolean): void {
    const next = this.#real[place + 1]
    const isEnd = next === undefined ? isReplaced : next.isFirstOfMeter
    if (isMoved && isEnd) {
      this.#found.add(seq, 'it moves the last register of a meter that was replaced since')
    }
  }
}
