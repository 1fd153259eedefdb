import type { BillingEvent } from '../../contracts/events/codec.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { bill, type BillDerivation, NoStretch } from '../../contracts/rules/bill.ts'
import type { Charge } from '../../contracts/rules/charge.ts'
import { consumption, type Reading, rolloverLimit } from '../../contracts/rules/consumption.ts'
import { earliestEnd } from '../../contracts/rules/cycle.ts'
import { type Book, NoTerms } from '../../contracts/rules/inForce.ts'
import { asMoney, OutOfRange } from '../../contracts/rules/outOfRange.ts'
import { revisionDifference } from '../../contracts/rules/revision.ts'
import { tariffOn } from '../../contracts/rules/tariff.ts'
import { termsOn } from '../../contracts/rules/terms.ts'
import {
  type DayNumber,
  dayNumber,
  type Paise,
  paise,
  type Wh,
  wh,
} from '../../contracts/rules/units.ts'

/** What an act should log: events without account and seq. */
export type Expected = {
  [Name in BillingEvent['name']]: Pick<Extract<BillingEvent, { name: Name }>, 'name' | 'fields'>
}[BillingEvent['name']]

export interface Meter {
  readonly address: Hex
  readonly multiplier: number
  readonly modulus: Wh
}

const KINDS = { read: 1, estimate: 2, final: 3 } as const
export type ReadingKind = keyof typeof KINDS

/** The hash that stands for every document and evidence here. */
export const DOCUMENT: Hex = `0x${'d0'.repeat(32)}`
const NONE: Hex = `0x${'00'.repeat(32)}`

/**
 * An account as the rules in TypeScript see it: says what each act must log, or throws the refusal that the contract must
 * answer with (`refusalIn` reads it).
 */
export class AccountModel {
  readonly account: Hex
  readonly book: Book
  readonly today: DayNumber
  balance: Paise = paise(0n)
  realDay: DayNumber
  chargedTo: DayNumber
  register: Wh
  meter: Meter
  meterDay: DayNumber
  estimates: { number: number; amount: Paise }[] = []
  last: {
    number: number
    reading: Reading
    revision: number
    gross: Paise
    estimates: { number: number; amount: Paise }[]
  } | null = null
  #carried: Wh = wh(0n)
  #bills = 0
  #isReplaced = false
  #isClosed = false

  constructor(account: Hex, book: Book, meter: Meter, register: Wh, today: DayNumber) {
    this.account = account
    this.book = book
    this.today = today
    this.meter = meter
    this.register = register
    this.realDay = book.terms[0]?.firstDay ?? today
    this.chargedTo = this.realDay
    this.meterDay = this.realDay
  }

  /** One reading makes one bill. */
  read(kind: ReadingKind, end: DayNumber, present: Wh, rollover: boolean): Expected[] {
    if (this.#isClosed) throw new Refusal('AccountClosed(')
    if (end > this.today) throw new Refusal('FutureDay(')
    // The first bill ends after the agreement's first day, a session too.
    if (end < this.chargedTo + (this.#bills === 0 ? 1 : 0)) throw new Refusal('PeriodNotAfter(')
    if (end < this.meterDay) throw new Refusal('MeterDayNotAllowed(')
    const reading: Reading = {
      previous: this.register,
      present,
      multiplier: this.meter.multiplier,
      carried: this.#carried,
      rollover,
      modulus: this.meter.modulus,
      start: this.realDay,
      end,
    }
    this.#refuseRegister(reading)
    const derived = this.#derive(kind, reading)
    this.balance = asMoney('balance', this.balance + derived.amount)
    const number = ++this.#bills
    const evidence = kind === 'estimate' ? NONE : DOCUMENT
    const expected: Expected[] = [
      {
        name: 'ConsumptionRecorded',
        fields: this.#recorded(number, kind, reading, derived.consumption.wh, evidence),
      },
      ...derived.charges.map((charge) => chargeApplied(number, 0, charge)),
      {
        name: 'BillIssued',
        fields: {
          number,
          start: reading.start,
          end,
          gross: derived.gross,
          alreadyCharged: derived.alreadyCharged,
          rounding: derived.rounding,
          amount: derived.amount,
          dueDay: dayNumber(this.today + derived.terms.daysToPay),
          balance: this.balance,
        },
      },
    ]
    this.#goOn(kind, number, reading, derived)
    return expected
  }

  /** Another meter, after the present one's read-out. */
  replace(day: DayNumber, closing: Wh, rollover: boolean, meter: Meter): Expected[] {
    if (this.#isClosed) throw new Refusal('AccountClosed(')
    if (day > this.today) throw new Refusal('MeterDayNotAllowed(')
    const reading: Reading = {
      previous: this.register,
      present: closing,
      multiplier: this.meter.multiplier,
      carried: this.#carried,
      rollover,
      modulus: this.meter.modulus,
      start: this.realDay,
      end: day,
    }
    this.#refuseRegister(reading)
    this.#carried = renamed('carried', () => consumption(reading).wh)
    this.#isReplaced = true
    this.meter = meter
    this.meterDay = day
    this.register = wh(0n)
    return [
      {
        name: 'MeterInstalled',
        fields: {
          meter: meter.address,
          day,
          multiplier: meter.multiplier,
          register: wh(0n),
          modulus: meter.modulus,
          closing,
          rollover,
          carried: this.#carried,
          evidence: DOCUMENT,
        },
      },
    ]
  }

  /** The last real reading restated. */
  revise(last: NonNullable<AccountModel['last']>, present: Wh, rollover: boolean): Expected[] {
    const { number, revision, gross: grossBefore, estimates } = last
    const isChanged = present !== last.reading.present
    if (isChanged && this.#isReplaced) throw new Refusal('NotRevisable(')
    const reading: Reading = { ...last.reading, present, rollover }
    this.#refuseRegister(reading)
    const derived = bill({ ...this.book, reading, estimates })
    const difference = revisionDifference({
      grossBefore,
      grossAfter: derived.gross,
      alreadyCharged: derived.alreadyCharged,
      roundTo: this.#unitOn(dayNumber(reading.end - 1)),
    })
    this.balance = asMoney('balance', this.balance + difference)
    if (isChanged) this.register = present
    this.last = { ...last, reading, revision: revision + 1, gross: derived.gross }
    return [
      {
        name: 'ConsumptionRevised',
        fields: {
          bill: number,
          revision: revision + 1,
          previous: reading.previous,
          present,
          rollover,
          wh: derived.consumption.wh,
          grossBefore,
          grossAfter: derived.gross,
          difference,
          reason: 7,
          document: DOCUMENT,
          balance: this.balance,
        },
      },
      ...derived.charges.map((charge) => chargeApplied(number, revision + 1, charge)),
    ]
  }

  /** What the contract asks of registers before it reckons, in its order. */
  #refuseRegister(reading: Reading): void {
    const { present, previous, rollover, multiplier, start, end } = reading
    const modulus = reading.modulus ?? wh(0n)
    if (present >= modulus) throw new OutOfRange('register', present)
    if (!rollover) return
    if (present >= previous) throw new Refusal('NoRollover(')
    const terms = termsOn(this.book.terms, dayNumber(end - 1))
    if (terms === undefined) throw new NoTerms(dayNumber(end - 1))
    const used = (present + modulus - previous) * BigInt(multiplier)
    if (used > rolloverLimit(terms.load, end - start)) throw new Refusal('RolloverTooLarge(')
  }

  /** The bill; the rules about when one may end come between its charges and its amount. */
  #derive(kind: ReadingKind, reading: Reading): BillDerivation {
    try {
      const derived = bill({ ...this.book, reading, estimates: this.estimates })
      this.#refuseEnd(kind, reading, derived.consumption.wh)
      if (kind === 'estimate') asMoney('alreadyCharged', derived.alreadyCharged + derived.amount)
      return derived
    } catch (error) {
      if (error instanceof OutOfRange && error.field === 'amount') {
        this.#refuseEnd(kind, reading, consumption(reading).wh)
      }
      throw error
    }
  }

  #refuseEnd(kind: ReadingKind, { end }: Reading, used: Wh): void {
    const { terms } = this.book
    if (kind === 'estimate' && this.estimates.length === 2) throw new Refusal('TooManyEstimates(')
    if (termsOn(terms, dayNumber(end - 1))?.cycle === 0) {
      if (kind === 'estimate') throw new Refusal('OutOfRange(kind, ')
      if (used === 0n && kind !== 'final') throw new Refusal('EmptySession(')
      return
    }
    if (end === this.chargedTo) throw new Refusal('PeriodNotAfter(')
    if (kind === 'final' || (kind === 'read' && this.estimates.length > 0)) return
    const earliest = earliestEnd(terms, this.chargedTo, end)
    if (earliest !== null && end < earliest) {
      throw new Refusal(`CycleNotEnded(${this.account}, ${end}, ${earliest})`)
    }
  }

  #recorded(bill: number, kind: ReadingKind, reading: Reading, used: Wh, evidence: Hex) {
    const { previous, present, multiplier, carried, rollover, start, end } = reading
    const { address: meter } = this.meter
    const registers = { previous, present, multiplier, carried, rollover, start, end, wh: used }
    return { bill, meter, kind: KINDS[kind], ...registers, evidence }
  }

  #goOn(
    kind: ReadingKind,
    number: number,
    reading: Reading,
    { gross, amount }: BillDerivation,
  ): void {
    this.chargedTo = reading.end
    if (kind === 'estimate') {
      this.estimates = [...this.estimates, { number, amount }]
      return
    }
    this.last = { number, reading, revision: 0, gross, estimates: this.estimates }
    this.estimates = []
    this.#isReplaced = false
    this.#carried = wh(0n)
    this.meterDay = this.realDay = reading.end
    this.register = reading.present
    this.#isClosed = kind === 'final'
  }

  #unitOn(day: DayNumber): Paise {
    const category = termsOn(this.book.terms, day)?.category ?? 0
    return tariffOn(this.book.tariffs, category, day)?.roundTo ?? paise(1n)
  }
}

/** The beginning of the refusal that the contract must answer with. */
export const refusalIn = (error: unknown): string => {
  if (error instanceof Refusal) return error.message
  if (error instanceof OutOfRange) return `OutOfRange(${error.field}, `
  if (!(error instanceof Error)) throw error
  // No day is charged: the contract says so only after it has priced that day.
  return error instanceof NoStretch ? '' : `${error.name}(`
}

const chargeApplied = (number: number, revision: number, charge: Charge): Expected => ({
  name: 'ChargeApplied',
  fields: {
    bill: number,
    revision,
    firstDay: charge.part.firstDay,
    numberOfDays: charge.part.days,
    wh: charge.part.wh,
    tariff: charge.tariff.tariff,
    load: charge.load,
    energy: charge.energy,
    fixedCharge: charge.fixedCharge,
    fuel: charge.fuel,
    duty: charge.duty,
    subsidy: charge.subsidy,
    charge: charge.charge,
  },
})

/** What is read out at a replacement is carried: the same sum under another name. */
const renamed = (field: string, sum: () => Wh): Wh => {
  try {
    return sum()
  } catch (error) {
    throw error instanceof OutOfRange ? new OutOfRange(field, error.value) : error
  }
}

/** The contract would refuse, by a rule that the bill's rules don't hold. */
class Refusal extends Error {
  override readonly name = 'Refusal'
}
