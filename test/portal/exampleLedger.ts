import type { Hex } from '../../contracts/events/hex.ts'
import { accountOfCategory, LEDGER } from '../../contracts/rules/accountCode.ts'
import { bill, type BillDerivation } from '../../contracts/rules/bill.ts'
import { dayInIndia, parseDay, startOfDay } from '../../contracts/rules/day.ts'
import { rateOfTariff, type Tariff } from '../../contracts/rules/tariff.ts'
import { parseTariffFile } from '../../contracts/rules/tariffFile.ts'
import { type Terms, termsHash } from '../../contracts/rules/terms.ts'
import { dayNumber, paise, type Paise, watt, wh } from '../../contracts/rules/units.ts'
import { manifest, word, type WrittenLedger } from './writtenLedger.ts'

const key = (name: string): Hex => `0x${word(name).slice(26)}`
const none = `0x${'0'.repeat(64)}` as const
const nobody = `0x${'0'.repeat(40)}` as const

/** Ids whose codes a test can name. */
export const reference: Hex = `0x39d573d3b46d4a${'01'.repeat(25)}`
export const household: Hex = `0x8c41f2a6d07be9${'02'.repeat(25)}`
export const waiting: Hex = `0xd3907e5518acf4${'03'.repeat(25)}`

/** A day of the ledger at so many hours after midnight in India, in seconds. */
const at = (day: string, hours = 11): number => startOfDay(parseDay(day)) + hours * 3600

/** What one account needs so that its readings become bills. */
export interface Customer {
  readonly account: Hex
  readonly terms: Terms
  readonly meter: Hex
  /** What its last real reading read, and the day it ended on. */
  register: bigint
  start: number
  bills: number
  balance: bigint
  /** The estimated bills since. */
  estimates: { readonly number: number; readonly amount: Paise }[]
}

/** Writes the acts of a board's day as the contract's events: the bills are worked out by the rules. */
export class Board {
  readonly ledger: WrittenLedger
  protected readonly tariffs: Tariff[] = []
  constructor(ledger: WrittenLedger) {
    this.ledger = ledger
  }

  setRate(file: object): void {
    const tariff = { ...parseTariffFile(file), tariff: this.tariffs.length + 1 }
    this.tariffs.push(tariff)
    this.ledger.record('RateSet', accountOfCategory(tariff.category), rateOfTariff(tariff))
    this.ledger.nextTransaction()
  }

  connect(account: Hex, given: Omit<Terms, 'consumerKey'>, register: string): Customer {
    const terms: Terms = { ...given, consumerKey: key(`consumer ${account}`) }
    const agreed = { ...terms, termsHash: termsHash(terms) }
    const by = manifest.parties.board
    this.ledger.record('AgreementProposed', account, { ...agreed, by })
    this.ledger.nextTransaction()
    this.ledger.record('AgreementAccepted', account, { ...agreed, by: terms.consumerKey })
    this.ledger.nextTransaction()
    const meter = key(`meter ${account}`)
    this.ledger.record('MeterInstalled', account, {
      meter,
      day: terms.firstDay,
      multiplier: 1,
      register: wh(BigInt(register)),
      modulus: wh(1_000_000_000n),
      closing: wh(0n),
      rollover: false,
      carried: wh(0n),
      evidence: none,
    })
    this.ledger.nextTransaction()
    return {
      account,
      terms,
      meter,
      register: BigInt(register),
      start: terms.firstDay,
      bills: 0,
      balance: 0n,
      estimates: [],
    }
  }

  /** A reading, its charges and its bill, on the day `issued`. `kind`: 0 signed, 1 by hand, 2 estimated. */
  read(customer: Customer, present: bigint, end: string, issued: string, kind = 0): Paise {
    const amount = this.#read(customer, present, end, issued, kind)
    this.ledger.nextTransaction()
    return amount
  }

  #read(customer: Customer, present: bigint, end: string, issued: string, kind: number): Paise {
    const { account, terms, meter } = customer
    const reading = {
      previous: wh(customer.register),
      present: wh(present),
      multiplier: 1,
      carried: wh(0n),
      rollover: false,
      start: dayNumber(customer.start),
      end: parseDay(end),
    }
    const derived = bill({
      reading: { ...reading, modulus: null },
      terms: [terms],
      tariffs: this.tariffs,
      estimates: customer.estimates,
    })
    customer.bills++
    customer.balance += derived.amount
    this.ledger.record('ConsumptionRecorded', account, {
      bill: customer.bills,
      meter,
      kind,
      ...reading,
      wh: derived.consumption.wh,
      evidence: kind === 0 ? none : word('protocol of the visit'),
    })
    this.charge(customer, customer.bills, 0, derived)
    this.ledger.record('BillIssued', account, {
      number: customer.bills,
      start: reading.start,
      end: reading.end,
      gross: derived.gross,
      alreadyCharged: derived.alreadyCharged,
      rounding: derived.rounding,
      amount: derived.amount,
      dueDay: dayNumber(dayInIndia(at(issued)) + terms.daysToPay),
      balance: paise(customer.balance),
    })
    if (kind === 2) {
      customer.estimates.push({ number: customer.bills, amount: derived.amount })
      return derived.amount
    }
    customer.estimates = []
    customer.register = present
    customer.start = reading.end
    return derived.amount
  }

  /** The readings of many accounts as one transaction, as a board posts them. */
  readTogether(customers: readonly Customer[], present: bigint, end: string): void {
    for (const customer of customers) this.#read(customer, present, end, end, 0)
    this.ledger.nextTransaction()
  }

  /** The rate applied to each part of a bill, at first (revision 0) or by a correction. */
  protected charge(
    { account }: Customer,
    number: number,
    revision: number,
    { charges }: BillDerivation,
  ): void {
    for (const charge of charges)
      this.ledger.record('ChargeApplied', account, {
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
      })
  }

  /** `channel`: 0 native, 1 cash, 2 UPI, 3 bank, 4 card. */
  pay(customer: Customer, amount: bigint, channel: number, reference: string): void {
    customer.balance -= amount
    this.ledger.record('PaymentMade', customer.account, {
      payer: channel === 0 ? customer.terms.consumerKey : nobody,
      amount: paise(amount),
      channel,
      receiptReference: channel === 0 ? none : word(reference),
      balance: paise(customer.balance),
    })
    this.ledger.nextTransaction()
  }
}

const flat = {
  category: 1,
  effectiveFrom: '2026-01-01',
  slabs: [{ upToKWh: null, rate: '5' }],
  orderHash: word('order for the school example'),
}
const domestic = {
  category: 2,
  effectiveFrom: '2023-06-01',
  slabs: [
    { upToKWh: '120', rate: '5.70', fuel: '0.30', subsidy: '0.75' },
    { upToKWh: '240', rate: '7.00', fuel: '0.30' },
    { upToKWh: null, rate: '7.90', fuel: '0.30' },
  ],
  fixedPerKW: '70',
  duty: { percent: '5', of: ['energy', 'fixed'] },
  roundTo: '1',
  orderHash: word('order of 29 March 2023'),
}
const monthly = { load: watt(2000n), cycle: 1, instalments: 1, daysToPay: 15 }

/**
 * Three accounts: `reference` is the school example (500 kWh at ₹5, paid in two instalments), `household` has seven bills
 * under a slab tariff that changes within the fifth, the last part paid; `waiting` has only been offered terms.
 */
export const writeExample = async (ledger: WrittenLedger): Promise<void> => {
  const board = new Board(ledger)
  for (const role of ['BOARD', 'TARIFF', 'OPERATIONS', 'CASHIER'])
    ledger.record('RoleChanged', LEDGER, {
      role: word(role),
      holder: manifest.parties.board,
      granted: true,
      by: manifest.parties.board,
    })
  await ledger.mine(at('2026-03-28', 10))
  board.setRate(flat)
  board.setRate(domestic)
  await ledger.mine(at('2026-03-28'))
  const firstDay = parseDay('2026-04-01')
  const home = board.connect(household, { ...monthly, category: 2, firstDay }, '42100000')
  const school = board.connect(
    reference,
    { ...monthly, load: watt(1000n), category: 1, firstDay: parseDay('2026-10-01') },
    '1000000',
  )
  await ledger.mine(at('2026-04-01'))
  const months: [number, string, string, number?][] = [
    [231, '2026-05-01', '2026-05-02'],
    [268, '2026-05-31', '2026-06-02'],
    [305, '2026-07-01', '2026-07-03', 1],
    [290, '2026-08-01', '2026-08-02'],
  ]
  let register = 42_100_000n
  for (const [units, end, issued, kind] of months) {
    register += BigInt(units) * 1000n
    const amount = board.read(home, register, end, issued, kind)
    await ledger.mine(at(issued))
    board.pay(home, amount, 2, `upi ${end}`)
    await ledger.mine(at(issued, 24 * 6))
  }
  board.setRate({ ...domestic, effectiveFrom: '2026-08-16', fixedPerKW: '80' })
  await ledger.mine(at('2026-08-10'))
  register += 276_500n
  const august = board.read(home, register, '2026-09-01', '2026-09-02')
  await ledger.mine(at('2026-09-02'))
  board.pay(home, august - 50_000n, 3, 'bank august')
  board.pay(home, 50_000n, 1, 'cash august')
  await ledger.mine(at('2026-09-12'))
  register += 244_000n
  board.read(home, register, '2026-10-01', '2026-10-02')
  await ledger.mine(at('2026-10-02'))
  board.pay(home, 100_000n, 2, 'upi september')
  await ledger.mine(at('2026-10-09'))
  board.read(school, 1_500_000n, '2026-11-01', '2026-11-02')
  await ledger.mine(at('2026-11-02'))
  board.pay(school, 200_000n, 0, '')
  await ledger.mine(at('2026-11-03'))
  board.pay(school, 50_000n, 0, '')
  register += 198_250n
  board.read(home, register, '2026-11-01', '2026-11-03')
  const offered = { ...monthly, category: 2, firstDay: parseDay('2026-12-01') }
  const terms: Terms = { ...offered, consumerKey: key('newcomer') }
  ledger.record('AgreementProposed', waiting, {
    ...terms,
    termsHash: termsHash(terms),
    by: manifest.parties.board,
  })
  await ledger.mine(at('2026-11-09'))
  await ledger.mine(at('2026-11-10'))
  await ledger.report()
}
