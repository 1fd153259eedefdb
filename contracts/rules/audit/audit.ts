import type { BillingEvent, EventOf } from '../../events/codec.ts'
import type { Hex } from '../../events/hex.ts'
import type { FieldsOf } from '../../events/readers.ts'
import { bill, type BillDerivation } from '../bill.ts'
import { consumption, type Reading } from '../consumption.ts'
import type { Tariff } from '../tariff.ts'
import { type Terms, termsHash, termsOfAgreement } from '../terms.ts'
import { type DayNumber, dayNumber, type Paise, paise, type Wh, wh } from '../units.ts'
import type { AccountStanding, AuditedBill, AuditedCorrection, Estimates } from './auditedBill.ts'
import { AwaitedCharges } from './awaitedCharges.ts'
import { Corrections } from './corrections.ts'
import { estimateRemark } from './estimateRemark.ts'
import { type Finding, Findings } from './findings.ts'

const ESTIMATED = 2
const FINAL = 3
const NO_METER: Hex = `0x${'0'.repeat(40)}`

/**
 * Follows an account entry by entry as the rules have it, and finds every entry that contradicts them: a reading that does
 * not begin where the last one ended, a charge or bill that does not follow from reading and tariff, a balance that does
 * not add up, a correction whose original is not what was recorded. Remarks are what stands out without being wrong.
 */
export class Audit {
  readonly remarks: Finding[] = []
  readonly bills: AuditedBill[] = []
  readonly terms: Terms[] = []
  readonly #tariffs: (category: number) => readonly Tariff[]
  readonly #receipts = new Map<Hex, FieldsOf<'PaymentMade'>>()
  readonly #disputed = new Set<number>()
  readonly #found = new Findings()
  readonly #charges = new AwaitedCharges(this.#found)
  readonly #corrections = new Corrections(this.#found, {
    derive: (found, seq, reading, estimates) => this.#derive(found, seq, reading, estimates),
  })
  #seq = 0
  #balance = 0n
  #proposal: Hex | null = null
  #meter: Pick<FieldsOf<'MeterInstalled'>, 'meter' | 'multiplier' | 'modulus'> | null = null
  #register: Wh = wh(0n)
  #realDay: DayNumber = dayNumber(0)
  #carried: Wh = wh(0n)
  #isReplaced = false
  #isFirstOfMeter = true
  #estimates: Estimates = []
  #isClosed = false
  #isPending = false
  /** The reading whose charges and bill must follow. */
  #open: { event: EventOf<'ConsumptionRecorded'>; derived: BillDerivation | null } | null = null

  /** @param tariffs Those of a category, withdrawn ones left out. */
  constructor(tariffs: (category: number) => readonly Tariff[]) {
    this.#tariffs = tariffs
  }

  get findings(): readonly Finding[] {
    return this.#found.list
  }

  /** Every correction of a bill that there is, in order, with what was found about it. */
  get corrections(): readonly AuditedCorrection[] {
    return this.#corrections.list
  }

  /** What the contract must have in the account's slot now. */
  get standing(): AccountStanding {
    return {
      seq: this.#seq,
      balance: paise(this.#balance),
      register: this.#register,
      realDay: this.#realDay,
      bills: this.bills.length,
      terms: this.terms.length,
      estimates: this.#estimates.length,
      isClosed: this.#isClosed,
      isPending: this.#isPending,
    }
  }

  /** The categories agreed to so far, rising. */
  get categories(): number[] {
    return [...new Set(this.terms.map(({ category }) => category))].sort((a, b) => a - b)
  }

  /** The next entry. Entries come in order of seq, all of them. */
  take(event: BillingEvent): void {
    const { name, seq } = event
    this.#found.expect(seq, 'entry number', seq, this.#seq + 1)
    this.#seq = seq
    if (name !== 'ChargeApplied') {
      this.#charges.end(seq)
      if (name !== 'BillIssued') this.#endReading()
      if (name !== 'ConsumptionRevised') this.#corrections.endRow(seq)
    }
    this.#apply(event)
  }

  /** That nothing is left half done. */
  end(): void {
    this.#charges.end(this.#seq)
    this.#corrections.endRow(this.#seq)
    this.#endReading()
  }

  #apply(event: BillingEvent): void {
    const { seq } = event
    switch (event.name) {
      case 'AgreementProposed':
        return this.#propose(event)
      case 'AgreementAccepted':
        return this.#accept(event)
      case 'MeterInstalled':
        return this.#install(event)
      case 'ConsumptionRecorded':
        return this.#record(event)
      case 'ChargeApplied':
        return this.#charges.take(event)
      case 'BillIssued':
        return this.#issue(event)
      case 'ConsumptionRevised':
        return this.#revise(event)
      case 'PaymentMade': {
        const { channel, receiptReference, amount, balance } = event.fields
        if (channel !== 0) this.#receipts.set(receiptReference, event.fields)
        return this.#post(seq, 0n - amount, balance)
      }
      case 'PaymentReversed':
        return this.#reverse(event)
      case 'AdjustmentPosted':
        if (event.fields.bill !== 0) this.#expectBill(seq, event.fields.bill)
        return this.#post(seq, event.fields.amount, event.fields.balance)
      case 'BillDisputed':
        this.#expectBill(seq, event.fields.bill)
        this.#disputed.add(event.fields.bill)
        return undefined
      case 'DisputeResolved':
        if (this.#disputed.delete(event.fields.bill)) return undefined
        return this.#found.add(seq, `no dispute was open on bill ${event.fields.bill}`)
      default:
        return this.#found.add(seq, `${event.name} is no entry of a consumer's account`)
    }
  }

  #propose({ seq, fields }: EventOf<'AgreementProposed'>): void {
    const hash = termsHash(termsOfAgreement(fields))
    this.#found.expect(seq, 'hash of the terms', fields.termsHash, hash)
    this.#proposal = fields.termsHash
  }

  #accept({ seq, fields }: EventOf<'AgreementAccepted'>): void {
    const terms = termsOfAgreement(fields)
    this.#found.expect(seq, 'hash of the terms', fields.termsHash, termsHash(terms))
    this.#found.expect(seq, 'terms accepted', fields.termsHash, this.#proposal ?? 'none')
    this.#proposal = null
    if (this.terms.length === 0) this.#realDay = terms.firstDay
    this.terms.push(terms)
  }

  #install({ seq, fields }: EventOf<'MeterInstalled'>): void {
    if (this.#meter !== null) {
      const { multiplier, modulus } = this.#meter
      const { closing: present, rollover, day: end } = fields
      const between = { previous: this.#register, carried: this.#carried, start: this.#realDay }
      const counted = this.#found.worked(seq, () =>
        consumption({ ...between, present, multiplier, rollover, modulus, end }),
      )
      if (counted !== null) {
        this.#found.expectKWh(seq, 'what the old meter counted', fields.carried, counted.wh)
      }
      this.#isReplaced = true
    }
    const { meter, multiplier, modulus } = fields
    this.#meter = { meter, multiplier, modulus }
    this.#carried = fields.carried
    this.#register = fields.register
    this.#isFirstOfMeter = true
    this.#isPending = true
  }

  #record(event: EventOf<'ConsumptionRecorded'>): void {
    const { seq, fields } = event
    this.#found.expect(seq, 'number of the bill', fields.bill, this.bills.length + 1)
    this.#found.expect(seq, 'meter', fields.meter, this.#meter?.meter ?? NO_METER)
    this.#found.expect(seq, 'factor', fields.multiplier, this.#meter?.multiplier ?? 0)
    this.#found.expectKWh(seq, 'register before', fields.previous, this.#register)
    this.#found.expectKWh(seq, 'carried from meters before', fields.carried, this.#carried)
    this.#found.expectDay(seq, 'first day', fields.start, this.#realDay)
    const derived = this.#derive(this.#found, seq, this.#readingOf(fields), this.#estimates)
    if (derived !== null) {
      this.#found.expectKWh(seq, 'units', fields.wh, derived.consumption.wh)
    }
    if (fields.kind === ESTIMATED) this.#remark(event)
    this.#open = { event, derived }
    const { bill } = fields
    this.#charges.begin(this.#found, { bill, revision: 0 }, derived?.charges ?? null)
  }

  #issue({ seq, fields }: EventOf<'BillIssued'>): void {
    const open = this.#open
    this.#open = null
    if (open === null) {
      this.#found.add(seq, `bill ${fields.number} rests on no reading`)
      return
    }
    const reading = open.event.fields
    const { number, start, end, amount, dueDay, gross } = fields
    this.#found.expect(seq, 'number of the bill', number, reading.bill)
    this.#found.expectDay(seq, 'first day', start, reading.start)
    this.#found.expectDay(seq, 'day after the last', end, reading.end)
    this.#found.expectMoney(seq, 'sum of its charges', gross, this.#charges.sum)
    if (open.derived !== null) {
      const { derived } = open
      this.#found.expectMoney(seq, 'charges', gross, derived.gross)
      const { alreadyCharged, rounding } = derived
      this.#found.expectMoney(seq, 'already charged', fields.alreadyCharged, alreadyCharged)
      this.#found.expectMoney(seq, 'rounding', fields.rounding, rounding)
      this.#found.expectMoney(seq, 'amount', amount, derived.amount)
    }
    this.#post(seq, amount, fields.balance)
    const isEstimated = reading.kind === ESTIMATED
    const issued = { number, start, end, amount, dueDay, isEstimated }
    const bill: AuditedBill = { ...issued, wh: reading.wh, corrected: amount }
    this.bills.push(bill)
    this.#corrections.add({
      bill,
      reading: this.#readingOf(reading),
      revision: 0,
      gross,
      estimates: this.#estimates,
      isFirstOfMeter: this.#isFirstOfMeter,
    })
    if (isEstimated) {
      this.#estimates = [...this.#estimates, { number, amount }]
      this.#isPending = true
      return
    }
    this.#estimates = []
    this.#isFirstOfMeter = this.#isReplaced = this.#isPending = false
    this.#carried = wh(0n)
    this.#realDay = end
    this.#register = reading.present
    this.#isClosed = reading.kind === FINAL
  }

  #revise(event: EventOf<'ConsumptionRevised'>): void {
    const { seq, fields } = event
    const correction = this.#corrections.take(event, this.#isReplaced)
    const found = correction?.found ?? this.#found
    const isEstimate = this.bills[fields.bill - 1]?.isEstimated === true
    this.#charges.begin(found, fields, isEstimate ? null : (correction?.derived?.charges ?? null))
    this.#post(seq, fields.difference, fields.balance)
    const isLast = this.#corrections.real.at(-1)?.bill.number === fields.bill
    if (isLast && !this.#isReplaced) this.#register = fields.present
  }

  #reverse({ seq, fields }: EventOf<'PaymentReversed'>): void {
    const receipt = this.#receipts.get(fields.receiptReference)
    if (receipt === undefined) {
      this.#found.add(seq, 'it takes back a receipt that was not posted')
    } else {
      this.#found.expectMoney(seq, 'amount of the receipt', fields.amount, receipt.amount)
      this.#found.expect(seq, 'channel of the receipt', fields.channel, receipt.channel)
      this.#receipts.delete(fields.receiptReference)
    }
    this.#post(seq, fields.amount, fields.balance)
  }

  #post(seq: number, amount: bigint, balance: Paise): void {
    this.#balance += amount
    this.#found.expectMoney(seq, 'balance', balance, paise(this.#balance))
  }

  #readingOf(fields: FieldsOf<'ConsumptionRecorded'>): Reading {
    const { previous, present, multiplier, carried, rollover, start, end } = fields
    const modulus = this.#meter?.modulus ?? null
    return { previous, present, multiplier, carried, rollover, modulus, start, end }
  }

  #derive(
    found: Findings,
    seq: number,
    reading: Reading,
    estimates: Estimates,
  ): BillDerivation | null {
    const tariffs = this.categories.flatMap((category) => this.#tariffs(category))
    return found.worked(seq, () => bill({ reading, estimates, terms: this.terms, tariffs }))
  }

  #remark({ seq, fields }: EventOf<'ConsumptionRecorded'>): void {
    const real = this.#corrections.real.slice(-3)
    const bills = real.map(({ bill }) => ({ wh: bill.wh, days: bill.end - bill.start }))
    const modulus = this.#meter?.modulus ?? wh(2n ** 64n - 1n)
    this.remarks.push({ seq, message: estimateRemark(fields, bills, modulus) })
  }

  #endReading(): void {
    if (this.#open === null) return
    this.#found.add(this.#seq, `the reading of bill ${this.#open.event.fields.bill} made no bill`)
    this.#open = null
  }

  #expectBill(seq: number, number: number): void {
    if (number > 0 && number <= this.bills.length) return
    this.#found.add(seq, `it names bill ${number}, which there is not`)
  }
}
