import type { Hex } from '../../../contracts/events/hex.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import type { Reason } from '../../../contracts/rules/reason.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import { type DayNumber, type Paise, paise, type Wh, wh } from '../../../contracts/rules/units.ts'
import type { Channel } from '../receiptReference.ts'
import type { Act, Deed, Receipt } from './act.ts'
import type { Unposted } from './bankStatement.ts'
import { type Draw, drawFrom } from './draw.ts'
import { accountIdOf, type KeyName } from './keys.ts'
import { documentIn, type Town } from './town.ts'
import { type Register, type TownBill, TownBook } from './townBook.ts'
import { type Profile, type Usage, usageOf } from './usage.ts'

/** How many entries an act makes, and more gas than it takes. */
interface Sized {
  readonly entries?: number
  readonly gas?: number
}

const NO_DOCUMENT: Hex = `0x${'0'.repeat(64)}`
const KINDS = { manual: 1, estimate: 2, final: 3 } as const

/**
 * One account of the town while its life is planned: each verb adds the acts that do it, and follows by the rules in
 * TypeScript what the ledger will make of them, so that people can pay exactly what their bills ask.
 */
export class TownAccount {
  readonly id: Hex
  readonly code: string
  readonly acts: Act[] = []
  readonly unposted: Unposted[] = []
  readonly draw: Draw
  balance: Paise = paise(0n)
  consumer: KeyName
  readonly #town: Town
  readonly #number: number
  readonly #book: TownBook
  #usage: Usage = () => wh(0n)
  /** The meter's key, and what had been used when it was installed. */
  #meter: Register & { readonly key: KeyName; readonly usedBefore: Wh } = {
    key: '',
    usedBefore: wh(0n),
    multiplier: 1,
    register: wh(0n),
    modulus: wh(1n),
  }
  #meters = 0
  #seq = 0

  constructor(town: Town, number: number) {
    this.#town = town
    this.#number = number
    this.id = accountIdOf(town.seed, number)
    this.code = codeOf(this.id)
    this.draw = drawFrom(`wattledger demo town ${town.seed}: life of ${number}`)
    this.consumer = `consumer ${number}`
    this.#book = new TownBook(town.tariffs)
  }

  get terms(): Terms {
    return this.#book.terms
  }

  get firstDay(): DayNumber {
    return this.#book.firstDay
  }

  get bills(): readonly TownBill[] {
    return this.#book.bills
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
    this.#book.agree(agreed)
  }

  /** The first meter, on the agreement's first day; from then on it counts what the profile uses. */
  install(
    day: DayNumber,
    profile: Profile,
    { multiplier = 1, register = wh(0n), modulus = wh(1_000_000_000n) } = {},
  ): void {
    this.#usage = usageOf(this.firstDay, this.#town.end, profile, this.draw)
    this.#install(day, this.firstDay, { multiplier, register, modulus })
  }

  /** Another meter in the middle of a cycle; what the old one counted is carried into the next bill. */
  replace(day: DayNumber, text: string): void {
    const { multiplier, modulus } = this.#meter
    const old = { closing: this.shown(day), evidence: documentIn(this.#town, text) }
    this.#install(day, day, { multiplier, register: wh(0n), modulus }, old)
  }

  /** What the meter shows at the start of a day. */
  shown(day: DayNumber): Wh {
    const { register, usedBefore, multiplier, modulus } = this.#meter
    return wh((register + (this.#usage(day) - usedBefore) / BigInt(multiplier)) % modulus)
  }

  /** A reading that the meter signed, submitted by anyone. */
  read(day: DayNumber, { of = day, by = 'operations', present = this.shown(of) } = {}): TownBill {
    const { key: meter } = this.#meter
    const rollover = present < this.#book.register
    const { id: account } = this
    const deed = { kind: 'reading', account, meter, register: present, day: of, rollover } as const
    const bill = this.#book.bill(day, of, present, false)
    return this.#billed(day, by, deed, bill)
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
    return this.#enter(day, 'estimate', this.#book.estimated(day, percent), NO_DOCUMENT)
  }

  /** A receipt of the cashier's; returned for its reversal. */
  receive(day: DayNumber, amount: Paise, channel: Channel): Receipt {
    const receipt = { account: this.id, channel, amount, bankReference: this.#bankReference() }
    this.#act(day, 'cashier', { kind: 'receipt', ...receipt })
    this.balance = paise(this.balance - amount)
    return receipt
  }

  /** Reaches the bank by UPI, and no cashier posts it: the ledger knows nothing of it. */
  leaveUnposted(day: DayNumber, amount: Paise): void {
    if (day > this.#town.end) throw new Error(`Nothing reaches the bank after the town's end.`)
    this.unposted.push({ day, amount, bankReference: this.#bankReference() })
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
    const { previous } = this.#book.billOf(billNumber).reading
    let [entries, difference] = [0, 0n]
    const corrections = this.#book.revise(billNumber, presents).map(({ before, after }) => {
      entries += 1 + after.derivation.charges.length
      difference += after.amount - before.amount
      return correctionOf(before, after)
    })
    const document = documentIn(this.#town, text)
    const args = [this.id, previous, corrections, reason, document]
    this.#call(day, 'operations', 'revise', args, { entries, gas: 200_000 * presents.length })
    this.balance = paise(this.balance + difference)
  }

  /** Twelve digits, as of UPI, and none twice: account and act are in it. */
  #bankReference(): string {
    const account = String(this.#number).padStart(5, '0')
    return `${this.draw.between(1_000, 9_999)}${account}${String(this.acts.length).padStart(3, '0')}`
  }

  #install(
    day: DayNumber,
    installedOn: DayNumber,
    meter: Register,
    old?: { readonly closing: Wh; readonly evidence: Hex },
  ): void {
    const key = `meter ${this.#number}.${++this.#meters}`
    const { closing = wh(0n), evidence = NO_DOCUMENT } = old ?? {}
    const installation = {
      ...meter,
      meter: this.#town.keys.address(key),
      day: installedOn,
      closing,
      rollover: false,
      evidence,
    }
    this.#call(day, 'operations', 'installMeter', [this.id, installation])
    this.#book.install(meter, old?.closing)
    this.#meter = { ...meter, key, usedBefore: this.#usage(installedOn) }
  }

  #enter(day: DayNumber, kind: keyof typeof KINDS, present: Wh, evidence: Hex): TownBill {
    const rollover = present < this.#book.register
    const bill = this.#book.bill(day, day, present, kind === 'estimate')
    const args = [this.id, KINDS[kind], present, day, rollover, evidence]
    return this.#billed(day, 'operations', { kind: 'call', name: 'enterReading', args }, bill)
  }

  #billed(day: DayNumber, by: KeyName, deed: Deed, bill: TownBill): TownBill {
    const parts = bill.derivation.charges.length
    this.#act(day, by, deed, { entries: 2 + parts, gas: 120_000 + 20_000 * parts })
    this.balance = paise(this.balance + bill.amount)
    return bill
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

/** `IBilling.Correction`: what was recorded, and the register restated. */
const correctionOf = (before: TownBill, after: TownBill) => {
  const { start, end, multiplier, carried, modulus, present } = before.reading
  const recorded = { start, end, multiplier, modulus: modulus ?? 0n, carried }
  return {
    bill: before.number,
    revision: after.revisions,
    ...recorded,
    presentBefore: present,
    grossBefore: before.derivation.gross,
    alreadyCharged: before.derivation.alreadyCharged,
    present: after.reading.present,
    rollover: after.reading.rollover,
  }
}
