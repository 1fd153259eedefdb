import type { Hex } from '../../../contracts/events/hex.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { bill, type BillDerivation } from '../../../contracts/rules/bill.ts'
import type { Reading } from '../../../contracts/rules/consumption.ts'
import type { Reason } from '../../../contracts/rules/reason.ts'
import { revisionDifference } from '../../../contracts/rules/revision.ts'
import { tariffOn } from '../../../contracts/rules/tariff.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import {
  type DayNumber,
  dayNumber,
  type Paise,
  paise,
  type Wh,
  wh,
} from '../../../contracts/rules/units.ts'
import { estimate } from '../../../contracts/rules/usual.ts'
import type { Channel } from '../receiptReference.ts'
import type { Act, Deed, Receipt } from './act.ts'
import { type Draw, drawFrom } from './draw.ts'
import { accountIdOf, type KeyName } from './keys.ts'
import { documentIn, type Town } from './town.ts'
import { type Profile, type Usage, usageOf } from './usage.ts'

/** A bill as the rules derive it while the town is planned. */
export interface TownBill {
  readonly number: number
  readonly reading: Reading
  /** Register as recorded first. */
  readonly estimates: readonly { readonly number: number; readonly amount: Paise }[]
  readonly derivation: BillDerivation
  readonly isEstimate: boolean
  readonly issuedOn: DayNumber
  /** After its revisions, like `reading` and `derivation`. */
  readonly amount: Paise
  readonly revisions: number
}

interface Meter {
  readonly key: KeyName
  readonly multiplier: number
  readonly modulus: Wh
  /** Its register when it was installed, and what had been used by then. */
  readonly register: Wh
  readonly usedBefore: Wh
}

/** How many entries an act makes, and more gas than it takes. */
interface Sized {
  readonly entries?: number
  readonly gas?: number
}

const KINDS = { manual: 1, estimate: 2, final: 3 } as const

/**
 * One account of the town while its life is planned: each verb adds the acts that do it, and follows by the rules in
 * TypeScript what the ledger will make of them, so that people can pay exactly what their bills ask.
 */
export class TownAccount {
  readonly id: Hex
  readonly code: string
  readonly acts: Act[] = []
  readonly bills: TownBill[] = []
  readonly draw: Draw
  balance: Paise = paise(0n)
  consumer: KeyName
  firstDay = dayNumber(0)
  readonly #town: Town
  readonly #number: number
  readonly #terms: Terms[] = []
  #usage: Usage = () => wh(0n)
  #meter: Meter | null = null
  #meters = 0
  #seq = 0
  #register: Wh = wh(0n)
  #carried: Wh = wh(0n)
  #realDay = dayNumber(0)
  #estimates: { number: number; amount: Paise }[] = []

  constructor(town: Town, number: number) {
    this.#town = town
    this.#number = number
    this.id = accountIdOf(town.seed, number)
    this.code = codeOf(this.id)
    this.draw = drawFrom(`wattledger demo town ${town.seed}: life of ${number}`)
    this.consumer = `consumer ${number}`
  }

  get terms(): Terms {
    const last = this.#terms.at(-1)
    if (last === undefined) throw new Error('Nothing is agreed yet.')
    return last
  }

  propose(day: DayNumber, terms: Omit<Terms, 'consumerKey'>, consumer = this.consumer): Terms {
    const agreed = { ...terms, consumerKey: this.#town.keys.address(consumer) }
    this.#call(day, 'operations', 'proposeTerms', [this.id, agreed])
    return agreed
  }

  /** Proposed by the board and accepted on the same day: by the consumer's key, or the regulator's where that is lost. */
  agree(
    day: DayNumber,
    terms: Omit<Terms, 'consumerKey'>,
    by: { accepts?: KeyName; consumer?: KeyName } = {},
  ): void {
    const agreed = this.propose(day, terms, by.consumer)
    this.#call(day, by.accepts ?? this.consumer, 'acceptTerms', [this.id, agreed])
    this.consumer = by.consumer ?? this.consumer
    if (this.#terms.length === 0) this.#realDay = this.firstDay = terms.firstDay
    this.#terms.push(agreed)
  }

  /** The first meter, on the agreement's first day; from then on it counts what the profile uses. */
  install(
    day: DayNumber,
    profile: Profile,
    { multiplier = 1, register = wh(0n), modulus = wh(1_000_000_000n) } = {},
  ): void {
    this.#usage = usageOf(this.firstDay, this.#town.end, profile, this.draw)
    this.#install(day, this.firstDay, { multiplier, register, modulus }, wh(0n), '')
  }

  /** Another meter in the middle of a cycle; what the old one counted is carried into the next bill. */
  replace(day: DayNumber, text: string): void {
    const closing = this.shown(day)
    const { multiplier, modulus } = this.#theMeter()
    this.#carried = wh(this.#carried + (closing - this.#register) * BigInt(multiplier))
    this.#install(day, day, { multiplier, register: wh(0n), modulus }, closing, text)
  }

  /** What the meter shows at the start of a day. */
  shown(day: DayNumber): Wh {
    const { register, usedBefore, multiplier, modulus } = this.#theMeter()
    return wh((register + (this.#usage(day) - usedBefore) / BigInt(multiplier)) % modulus)
  }

  /** A reading that the meter signed, submitted by anyone. */
  read(day: DayNumber, { of = day, by = 'operations', present = this.shown(of) } = {}): TownBill {
    const { key: meter } = this.#theMeter()
    const rollover = present < this.#register
    const recorded = this.#bill(day, this.#reading(of, present), false)
    const { id: account } = this
    this.#act(
      day,
      by,
      { kind: 'reading', account, meter, register: present, day: of, rollover },
      recorded,
    )
    return recorded.bill
  }

  /** A reading that a person wrote down, or the last one of all. */
  enter(
    day: DayNumber,
    text: string,
    {
      kind = 'manual',
      present = this.shown(day),
    }: { kind?: 'manual' | 'final'; present?: Wh } = {},
  ): TownBill {
    return this.#enter(day, kind, present, documentIn(this.#town, text))
  }

  /** What the rules estimate, or so many per cent of the energy that they do. */
  estimate(day: DayNumber, percent = 100n): TownBill {
    const { multiplier, modulus } = this.#theMeter()
    const real = this.bills.filter(({ isEstimate }) => !isEstimate)
    const usual = estimate({
      bills: real.map(({ derivation, reading }) => ({
        wh: derivation.consumption.wh,
        days: reading.end - reading.start,
      })),
      days: day - this.#realDay,
      previous: this.#register,
      carried: this.#carried,
      multiplier,
      modulus,
    })
    if (usual === null) throw new Error('There is no real bill to estimate by.')
    const used = usual.rollover
      ? usual.present + modulus - this.#register
      : usual.present - this.#register
    const present = (this.#register + (used * percent) / 100n) % modulus
    return this.#enter(day, 'estimate', wh(present), `0x${'0'.repeat(64)}`)
  }

  /** A receipt of the cashier's; returned for its reversal. */
  receive(day: DayNumber, amount: Paise, channel: Channel): Receipt {
    const bankReference = `${channel} ${this.draw.between(100_000, 999_999)}${this.#number}${this.acts.length}`
    const receipt = { account: this.id, channel, amount, bankReference }
    this.#act(day, 'cashier', { kind: 'receipt', ...receipt })
    this.balance = paise(this.balance - amount)
    return receipt
  }

  /** All that is owed, where anything is. */
  settle(day: DayNumber, channel: Channel): void {
    if (this.balance > 0n && day <= this.#town.end) this.receive(day, this.balance, channel)
  }

  reverse(day: DayNumber, receipt: Receipt, reason: Reason): void {
    this.#act(day, 'cashier', { kind: 'reversal', ...receipt, reason })
    this.balance = paise(this.balance + receipt.amount)
  }

  /** Native units handed out by the board. */
  fund(day: DayNumber, amount: Paise): void {
    const to = this.#town.keys.address(this.consumer)
    this.#act(
      day,
      'board',
      { kind: 'fund', to, amount },
      { entries: 0, gas: 30_000, touches: [to] },
    )
  }

  /** From the consumer's own key. */
  pay(day: DayNumber, amount: Paise): void {
    const from = this.#town.keys.address(this.consumer)
    this.#act(day, this.consumer, { kind: 'pay', account: this.id, amount }, { touches: [from] })
    this.balance = paise(this.balance - amount)
  }

  /** By the board up to its limit, above it by the regulator. */
  adjust(day: DayNumber, amount: Paise, reason: Reason, billNumber: number, text: string): void {
    const size = amount < 0n ? 0n - amount : amount
    const by = size <= this.#town.adjustmentLimit ? 'operations' : 'regulator'
    const document = documentIn(this.#town, text)
    this.#call(day, by, 'adjust', [this.id, amount, reason, billNumber, document])
    this.balance = paise(this.balance + amount)
  }

  dispute(day: DayNumber, billNumber: number, amount: Paise, text: string): void {
    const reasonHash = documentIn(this.#town, text)
    this.#call(day, this.consumer, 'dispute', [this.id, billNumber, amount, reasonHash])
  }

  resolve(day: DayNumber, billNumber: number, outcome: 'upheld' | 'granted', text: string): void {
    const code = outcome === 'upheld' ? 0 : 1
    const document = documentIn(this.#town, text)
    this.#call(day, 'regulator', 'resolveDispute', [this.id, billNumber, code, document])
  }

  /** Restates consecutive real readings, from this bill on, by the registers given. */
  revise(
    day: DayNumber,
    billNumber: number,
    presents: readonly Wh[],
    reason: Reason,
    text: string,
  ): void {
    const first = this.#billOf(billNumber)
    let { previous } = first.reading
    let entries = 0
    const corrections = presents.map((present, i) => {
      const before = this.#billOf(billNumber + i)
      const after = this.#revised(before, previous, present)
      previous = present
      this.bills[billNumber + i - 1] = after
      entries += 1 + after.derivation.charges.length
      const { start, end, multiplier, carried, modulus } = before.reading
      return {
        bill: before.number,
        revision: after.revisions,
        start,
        end,
        multiplier,
        modulus: modulus ?? 0n,
        carried,
        presentBefore: before.reading.present,
        grossBefore: before.derivation.gross,
        alreadyCharged: before.derivation.alreadyCharged,
        present,
        rollover: after.reading.rollover,
      }
    })
    const isLatest = billNumber + presents.length - 1 === this.bills.length
    if (isLatest) this.#register = previous
    const document = documentIn(this.#town, text)
    const args = [this.id, first.reading.previous, corrections, reason, document]
    this.#call(day, 'operations', 'revise', args, { entries, gas: 200_000 * presents.length })
  }

  #revised(before: TownBill, previous: Wh, present: Wh): TownBill {
    const reading = { ...before.reading, previous, present, rollover: present < previous }
    const derivation = bill({ ...this.#book(), reading, estimates: before.estimates })
    const difference = revisionDifference({
      grossBefore: before.derivation.gross,
      grossAfter: derivation.gross,
      alreadyCharged: derivation.alreadyCharged,
      roundTo: this.#unitOn(dayNumber(reading.end - 1)),
    })
    this.balance = paise(this.balance + difference)
    const amount = paise(before.amount + difference)
    return { ...before, reading, derivation, amount, revisions: before.revisions + 1 }
  }

  #unitOn(day: DayNumber): Paise {
    const { category } = this.#terms.findLast(({ firstDay }) => firstDay <= day) ?? this.terms
    return tariffOn(this.#town.tariffs, category, day)?.roundTo ?? paise(1n)
  }

  #install(
    day: DayNumber,
    installedOn: DayNumber,
    meter: Pick<Meter, 'multiplier' | 'register' | 'modulus'>,
    closing: Wh,
    text: string,
  ): void {
    const key = `meter ${this.#number}.${++this.#meters}`
    const installation = {
      ...meter,
      meter: this.#town.keys.address(key),
      day: installedOn,
      closing,
      rollover: false,
      evidence: text === '' ? `0x${'0'.repeat(64)}` : documentIn(this.#town, text),
    }
    this.#call(day, 'operations', 'installMeter', [this.id, installation])
    this.#meter = { ...meter, key, usedBefore: this.#usage(installedOn) }
    this.#register = meter.register
  }

  #enter(day: DayNumber, kind: keyof typeof KINDS, present: Wh, evidence: Hex): TownBill {
    const rollover = present < this.#register
    const recorded = this.#bill(day, this.#reading(day, present), kind === 'estimate')
    const args = [this.id, KINDS[kind], present, day, rollover, evidence]
    this.#call(day, 'operations', 'enterReading', args, recorded)
    return recorded.bill
  }

  #reading(end: DayNumber, present: Wh): Reading {
    const { multiplier, modulus } = this.#theMeter()
    return {
      previous: this.#register,
      present,
      multiplier,
      carried: this.#carried,
      rollover: present < this.#register,
      modulus,
      start: this.#realDay,
      end,
    }
  }

  #bill(day: DayNumber, reading: Reading, isEstimate: boolean): Sized & { bill: TownBill } {
    const estimates = this.#estimates
    const derivation = bill({ ...this.#book(), reading, estimates })
    const { amount } = derivation
    const number = this.bills.length + 1
    const made = {
      number,
      reading,
      estimates,
      derivation,
      isEstimate,
      amount,
      issuedOn: day,
      revisions: 0,
    }
    this.bills.push(made)
    this.balance = paise(this.balance + amount)
    if (isEstimate) this.#estimates = [...estimates, { number, amount }]
    else {
      this.#estimates = []
      this.#carried = wh(0n)
      this.#register = reading.present
      this.#realDay = reading.end
    }
    const parts = derivation.charges.length
    return { bill: made, entries: 2 + parts, gas: 120_000 + 20_000 * parts }
  }

  #book() {
    const known = new Set(this.#terms.map(({ category }) => category))
    const tariffs = this.#town.tariffs.filter(({ category }) => known.has(category))
    return { terms: this.#terms, tariffs }
  }

  #theMeter(): Meter {
    if (this.#meter === null) throw new Error('No meter is installed yet.')
    return this.#meter
  }

  #billOf(number: number): TownBill {
    const found = this.bills[number - 1]
    if (found === undefined) throw new Error(`There is no bill ${number}.`)
    return found
  }

  #call(day: DayNumber, by: KeyName, name: string, args: unknown[], more: Sized = {}): void {
    this.#act(day, by, { kind: 'call', name, args }, more)
  }

  #act(
    day: DayNumber,
    by: KeyName,
    deed: Deed,
    { entries = 1, gas = 150_000, touches = [] }: Sized & { touches?: readonly string[] } = {},
  ): void {
    const last = this.acts.at(-1)?.day ?? this.#town.begin
    if (day < last || day > this.#town.end) {
      throw new Error(`An act of account ${this.#number} on day ${day} is out of order.`)
    }
    this.#seq += entries
    const { id: account } = this
    this.acts.push({ day, by, account, seq: this.#seq, touches: [account, ...touches], deed, gas })
  }
}
