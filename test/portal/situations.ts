import { id } from 'ethers'
import type { Hex } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { parseDay } from '../../contracts/rules/day.ts'
import type { Reason } from '../../contracts/rules/reason.ts'
import { rateOfTariff, type Tariff } from '../../contracts/rules/tariff.ts'
import { parseTariffFile } from '../../contracts/rules/tariffFile.ts'
import type { Done, Ledger, Party } from '../contracts/ledger.ts'
import { DOCUMENT, ZERO } from '../contracts/ledger.ts'
import type { Installation, Terms } from '../contracts/samples.ts'

/** What an account of the town shows. */
export const situations = [
  'changed',
  'estimated',
  'odd',
  'replaced',
  'rolled',
  'revised',
  'pair',
  'lied',
  'lies',
  'upheld',
  'open',
  'money',
  'instalments',
  'station',
  'closed',
  'refunded',
  'freed',
  'credit',
  'coming',
  'future',
  'quarter',
  'outlying',
] as const
export type Situation = (typeof situations)[number]

export const accountOf = (situation: Situation): Hex => id(`situation ${situation}`) as Hex
export const codeFor = (situation: Situation): string => codeOf(accountOf(situation))

/** References of receipts, in the order in which they are posted; and that of the cheque which bounced. */
export const receiptReference = (place: number): string => id(`receipt ${place}`)
export const returnedCheque = id('returned cheque')

export const FIRST_DAY = parseDay('2026-01-01')
const LAST_DAY = parseDay('2026-07-20')

const domestic = {
  category: 2,
  effectiveFrom: '2023-06-01',
  slabs: [
    { upToKWh: '120', rate: '5.70', fuel: '0.30', subsidy: '0.75' },
    { upToKWh: '240', rate: '7.00', fuel: '0.30' },
    { upToKWh: null, rate: '7.90', fuel: '0.30' },
  ],
  fixedPerKW: '70',
  orderHash: id('order of 29 March 2023'),
}
const later = {
  ...domestic,
  effectiveFrom: '2026-04-16',
  slabs: [
    { upToKWh: '120', rate: '6.05', fuel: '0.20', subsidy: '0.75' },
    { upToKWh: '240', rate: '7.35', fuel: '0.20' },
    { upToKWh: null, rate: '8.25', fuel: '0.20' },
  ],
  fixedPerKW: '85',
  duty: { percent: '5', of: ['energy', 'fixed'] },
  roundTo: '1',
  orderHash: id('order of 2 April 2026'),
}
const charging = {
  category: 3,
  effectiveFrom: '2023-06-01',
  slabs: [{ upToKWh: null, rate: '8.50' }],
  fixedPerConnection: '30',
  duty: { percent: '5', of: ['energy'] },
  orderHash: ZERO,
}

/**
 * Plays half a year of a small town on the real contract: one account for each situation that a page explains. Acts are
 * done in the order of their days.
 */
export const playSituations = async (ledger: Ledger): Promise<void> => {
  const town = new Town(ledger)
  planTariffs(town)
  for (const situation of situations) stories[situation](town, accountOf(situation))
  for (const month of ['02', '03', '04', '05', '06'])
    town.on(`2026-${month}-03`, () => ledger.act('stranger', 'closeMonth'))
  town.on('2026-07-03', () => closeBetweenReadings(ledger))
  await town.play()
  await ledger.setDay(LAST_DAY)
}

/** Closes a month in the middle of a block: one reading of that block belongs to it, the other does not. */
const closeBetweenReadings = async (ledger: Ledger): Promise<unknown> => {
  const reading = (situation: Situation, units: number) => {
    const taken = { register: kWh(units), day: parseDay('2026-07-03') }
    return ledger.signedReading(accountOf(situation), taken)
  }
  const [before, after] = [await reading('rolled', 900), await reading('pair', 1_400)]
  return ledger.batch('stranger', [before, ['closeMonth'], after])
}

const planTariffs = (town: Town): void => {
  for (const [tariff, file] of [domestic, charging].entries())
    town.on('2026-01-01', () => town.setRate({ ...parseTariffFile(file), tariff: tariff + 1 }))
  town.on('2026-04-03', () => town.setRate({ ...parseTariffFile(later), tariff: 3 }))
  const mistaken = { ...parseTariffFile({ ...later, effectiveFrom: '2026-12-01' }), tariff: 4 }
  town.on('2026-04-03', () => town.setRate(mistaken))
  town.on('2026-04-04', () => town.ledger.act('tariff', 'withdrawRate', 4))
}

const kWh = (units: number): bigint => BigInt(Math.round(units * 1000))
const months = ['02', '03', '04', '05', '06', '07'].map((month) => `2026-${month}-01`)

type Story = (town: Town, account: Hex) => void

const stories: Record<Situation, Story> = {
  /** 2 kW, then 3 kW from the middle of a month in 2 instalments, then a new key by the regulator, then an offer. */
  changed: (town, account) => {
    town.connect(account, {})
    town.readMonthly(account, 190)
    const changed = { load: 3_000n, instalments: 2n, firstDay: town.day('2026-03-16') }
    town.on('2026-03-10', () => town.agree(account, changed))
    const key = { ...changed, firstDay: town.day('2026-05-01') }
    const consumerKey = town.ledger.address('secondMeter')
    town.on('2026-05-02', () => town.agree(account, { ...key, consumerKey }, 'regulator'))
    const offer = { ...key, consumerKey, load: 4_000n, firstDay: town.day('2026-08-01') }
    town.on('2026-07-15', () =>
      town.ledger.act('operations', 'proposeTerms', account, town.terms(offer)),
    )
  },
  /** Two estimates in a row, trued up over a change of tariff. */
  estimated: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(210))
    town.reading('2026-03-01', account, kWh(400))
    // As usual: 400 kWh in 59 days.
    town.entered('2026-04-01', account, 2, kWh(400) + (kWh(400) * 31n) / 59n)
    town.entered('2026-05-01', account, 2, kWh(400) + (kWh(400) * 61n) / 59n)
    town.reading('2026-06-01', account, kWh(1_015))
    town.settle('2026-03-10', account, 1)
    town.settle('2026-06-12', account, 2)
  },
  /** Estimates that depart from the formula, one before any real reading. */
  odd: (town, account) => {
    town.connect(account, {})
    town.entered('2026-02-01', account, 2, kWh(150))
    town.reading('2026-03-01', account, kWh(310))
    town.entered('2026-04-01', account, 2, kWh(310 + 400))
  },
  /** A meter replaced in the middle of March by one with factor 2. */
  replaced: (town, account) => {
    town.connect(account, {}, { register: kWh(41_200) })
    town.reading('2026-02-01', account, kWh(41_395))
    town.reading('2026-03-01', account, kWh(41_570))
    const replacement = {
      meter: town.ledger.address('secondMeter'),
      day: town.day('2026-03-12'),
      multiplier: 2n,
      register: 0n,
      closing: kWh(41_641.5),
      evidence: id('protocol of replacement'),
    }
    town.on('2026-03-12', () => town.install(account, replacement))
    town.reading('2026-04-01', account, kWh(64.25), { meter: 'secondMeter' })
    town.entered('2026-05-01', account, 1, kWh(160))
    town.settle('2026-03-10', account, 3)
  },
  /** A meter of five digits that turned over. */
  rolled: (town, account) => {
    town.connect(account, {}, { register: kWh(99_700), modulus: kWh(100_000) })
    town.reading('2026-02-01', account, kWh(99_880))
    town.reading('2026-03-01', account, kWh(55), { rollover: true })
  },
  /** A register misread by 2,700 kWh: disputed, granted, revised, paid. */
  revised: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(175))
    town.entered('2026-03-01', account, 1, kWh(3_046))
    town.settle('2026-02-09', account, 2)
    town.on('2026-03-05', () => town.dispute(account, 2, 2_000_000n))
    town.on('2026-03-20', () =>
      town.ledger.act('regulator', 'resolveDispute', account, 2, 1, id('decision')),
    )
    town.on('2026-03-23', () => town.revise(account, 1, [{ bill: 2, present: kWh(346) }]))
    town.settle('2026-03-28', account, 2)
    town.reading('2026-04-01', account, kWh(530))
  },
  /** Far more than usual, then nothing, then far less, told late. */
  outlying: (town, account) => {
    town.connect(account, {})
    for (const [on, register] of [
      ['2026-02-01', 190],
      ['2026-03-01', 380],
      ['2026-04-01', 570],
      ['2026-05-01', 1_270],
      ['2026-06-01', 1_270],
    ] as const)
      town.reading(on, account, kWh(register))
    town.reading('2026-07-12', account, kWh(1_290), { of: '2026-07-01' })
  },
  /** One bill too high and the next too low, restated together. */
  pair: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(180))
    town.entered('2026-03-01', account, 1, kWh(480))
    town.reading('2026-04-01', account, kWh(560))
    town.settle('2026-04-10', account, 2)
    const row = [
      { bill: 2, present: kWh(365) },
      { bill: 3, present: kWh(560) },
    ]
    town.on('2026-04-20', () => town.revise(account, 1, row))
  },
  /** The board names a bill that was not so. */
  lied: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(180))
    town.reading('2026-03-01', account, kWh(380))
    const lie = { bill: 2, present: kWh(380), grossBefore: 100_000n, carried: kWh(40) }
    town.on('2026-03-10', () => town.revise(account, 1, [lie]))
  },
  /** Three more lies: an estimate corrected, a register between two bills moved for one of them, a false start. */
  lies: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(180))
    town.entered('2026-03-01', account, 2, kWh(340))
    town.reading('2026-04-01', account, kWh(530))
    town.reading('2026-05-01', account, kWh(720))
    town.on('2026-05-10', () => town.revise(account, 1, [{ bill: 2, present: kWh(340) }]))
    const moved = { bill: 3, present: kWh(500), presentBefore: kWh(500) }
    town.on('2026-05-11', () => town.revise(account, 1, [moved]))
    town.on('2026-05-12', () => town.revise(account, 1, [{ bill: 4, present: kWh(720) }]))
  },
  upheld: (town, account) => {
    town.connect(account, { load: 5_000n })
    town.reading('2026-02-01', account, kWh(420))
    town.on('2026-02-05', () => town.dispute(account, 1, 150_000n))
    town.on('2026-03-05', () =>
      town.ledger.act('regulator', 'resolveDispute', account, 1, 0, id('decision')),
    )
    town.settle('2026-03-09', account, 3)
  },
  /** 40 % disputed, the rest paid; the next bill as well. */
  open: (town, account) => {
    town.connect(account, { load: 5_000n })
    town.reading('2026-06-01', account, kWh(2_000))
    town.on('2026-06-04', () => town.dispute(account, 1, 600_000n))
    town.on('2026-06-10', async () => {
      const { balance } = await town.ledger.account(account)
      return town.receipt(account, (balance as bigint) - 800_000n, 2)
    })
  },
  /** Arrears from the old books, a returned cheque, an order that reaches back, a native payment, a credit paid out. */
  money: (town, account) => {
    town.connect(account, {})
    town.on('2026-01-05', () => town.adjust('operations', account, 45_000n, 1, 0))
    town.readMonthly(account, 205)
    const cheque = returnedCheque
    town.on('2026-02-10', () => town.receipt(account, 150_000n, 3, cheque))
    town.on('2026-02-16', () =>
      town.ledger.act('cashier', 'reverseReceipt', account, 3, 150_000n, cheque, 11),
    )
    town.on('2026-03-05', () => town.adjust('regulator', account, -184_500n, 2, 1))
    town.on('2026-04-08', () => town.ledger.send('consumer', ['pay', account], 5_000n * 10n ** 18n))
    town.on('2026-04-12', () => town.adjust('operations', account, 50_000n, 3, 2))
    town.on('2026-04-20', () => town.ledger.act('stranger', 'sweep'))
  },
  instalments: (town, account) => {
    town.connect(account, { cycle: 3n, instalments: 3n, load: 5_000n })
    town.reading('2026-04-01', account, kWh(1_240))
    town.on('2026-04-14', () => town.receipt(account, 350_000n, 1))
  },
  /** Charging sessions: two on one day. */
  station: (town, account) => {
    town.connect(account, { category: 3n, cycle: 0n, daysToPay: 0n, load: 7_400n })
    town.reading('2026-01-04', account, kWh(18.4))
    town.settle('2026-01-04', account, 2)
    town.reading('2026-01-09', account, kWh(41.75))
    town.reading('2026-01-09', account, kWh(63))
    town.settle('2026-01-10', account, 4)
  },
  closed: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(160))
    town.on('2026-02-10', () => town.receipt(account, 250_000n, 2))
    town.entered('2026-02-20', account, 3, kWh(245))
    town.on('2026-03-02', async () => {
      const { balance } = await town.ledger.account(account)
      return town.adjust('operations', account, -(balance as bigint), 3, 2)
    })
  },
  /** A bill paid twice, the second payment paid back; and a smaller credit before it, from the same payer. */
  refunded: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(130))
    town.on('2026-02-08', () => town.receipt(account, 84_300n, 2))
    town.on('2026-02-09', () => town.receipt(account, 84_300n, 4))
    town.on('2026-02-22', () => town.adjust('operations', account, 84_300n, 3, 1))
    town.reading('2026-03-01', account, kWh(250))
  },
  /** A bill too high is paid before the next, too low, is issued: the correction of both frees the money. */
  freed: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(180))
    town.entered('2026-03-01', account, 1, kWh(480))
    town.settle('2026-03-10', account, 2)
    town.reading('2026-04-01', account, kWh(560))
    const row = [
      { bill: 2, present: kWh(365) },
      { bill: 3, present: kWh(560) },
    ]
    town.on('2026-04-20', () => town.revise(account, 1, row))
    town.settle('2026-05-06', account, 2)
  },
  /** An estimate far too high, so the real reading after it is a credit, which the next bill uses. */
  credit: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(200))
    town.entered('2026-03-01', account, 2, kWh(700))
    town.settle('2026-03-09', account, 2)
    town.reading('2026-04-01', account, kWh(560))
    town.reading('2026-05-01', account, kWh(700))
  },
  /** Another load is agreed to, and starts after the last day of the town. */
  coming: (town, account) => {
    town.connect(account, {})
    town.reading('2026-02-01', account, kWh(100))
    const coming = { load: 5_000n, category: 3n, firstDay: town.day('2026-08-01') }
    town.on('2026-07-10', () => town.agree(account, coming))
  },
  /** All that is agreed to starts later. */
  future: (town, account) => {
    town.on('2026-07-10', () => town.agree(account, { firstDay: town.day('2026-08-01') }))
  },
  /** A quarter's bill, cut where the tariff changes. */
  quarter: (town, account) => {
    town.connect(account, { cycle: 3n })
    town.reading('2026-04-01', account, kWh(600))
    town.reading('2026-07-01', account, kWh(1_400))
  },
}

interface Restated {
  readonly bill: number
  readonly present: bigint
  readonly presentBefore?: bigint
  readonly grossBefore?: bigint
  readonly carried?: bigint
}

/** Acts by their days, and what they have in common. */
class Town {
  readonly ledger: Ledger
  readonly #acts: { readonly day: number; readonly act: () => Promise<unknown> }[] = []
  /** What each reading and its charges were, so that a correction can name it. */
  readonly #recorded = new Map<string, { wh: Record<string, unknown>; gross: bigint }>()
  #receipts = 0
  constructor(ledger: Ledger) {
    this.ledger = ledger
  }

  day(text: string): bigint {
    return BigInt(parseDay(text))
  }

  on(day: string, act: () => Promise<unknown>): void {
    this.#acts.push({ day: parseDay(day), act })
  }

  async play(): Promise<void> {
    let today = await this.ledger.today()
    for (const { day, act } of this.#acts.toSorted((a, b) => a.day - b.day)) {
      if (day > today) await this.ledger.setDay(day)
      today = day
      await act()
    }
  }

  terms(change: Partial<Terms>): Terms {
    return this.ledger.terms({
      category: 2n,
      load: 2_000n,
      firstDay: BigInt(FIRST_DAY),
      ...change,
    })
  }

  agree(account: Hex, change: Partial<Terms>, by: Party = 'consumer'): Promise<unknown> {
    return this.ledger.agree(account, this.terms(change), by)
  }

  install(account: Hex, change: Partial<Installation>): Promise<Done> {
    const installation = this.ledger.installation({ day: BigInt(FIRST_DAY), ...change })
    return this.ledger.act('operations', 'installMeter', account, installation)
  }

  connect(account: Hex, terms: Partial<Terms>, meter: Partial<Installation> = {}): void {
    this.on('2026-01-01', () => this.agree(account, terms))
    this.on('2026-01-01', () => this.install(account, meter))
  }

  /** A signed reading, of the day it is submitted on or of an earlier one. */
  reading(
    on: string,
    account: Hex,
    register: bigint,
    {
      meter = 'meter',
      rollover = false,
      of = on,
    }: { meter?: Party; rollover?: boolean; of?: string } = {},
  ): void {
    const day = parseDay(of)
    this.on(on, async () => {
      const done = await this.ledger.submit(account, { register, day, rollover }, meter)
      this.#remember(account, done)
    })
  }

  /** The same use every month, in kWh. */
  readMonthly(account: Hex, units: number): void {
    for (const [i, month] of months.entries()) this.reading(month, account, kWh(units * (i + 1)))
  }

  /** `kind`: 1 by hand, 2 estimated, 3 final. */
  entered(on: string, account: Hex, kind: number, register: bigint): void {
    const evidence = kind === 2 ? ZERO : id('slip')
    this.on(on, async () => {
      const args = [account, kind, register, parseDay(on), false, evidence]
      this.#remember(account, await this.ledger.act('operations', 'enterReading', ...args))
    })
  }

  receipt(account: Hex, amount: bigint, channel: number, reference?: string): Promise<Done> {
    const unique = reference ?? receiptReference(this.#receipts++)
    return this.ledger.act('cashier', 'postReceipt', account, channel, amount, unique)
  }

  adjust(by: Party, account: Hex, amount: bigint, reason: Reason, bill: number): Promise<Done> {
    return this.ledger.act(by, 'adjust', account, amount, reason, bill, DOCUMENT)
  }

  /** Pays what is owed. */
  settle(on: string, account: Hex, channel: number): void {
    this.on(on, async () => {
      const { balance } = await this.ledger.account(account)
      return this.receipt(account, balance as bigint, channel)
    })
  }

  dispute(account: Hex, bill: number, amount: bigint): Promise<Done> {
    return this.ledger.act('consumer', 'dispute', account, bill, amount, id('reason'))
  }

  /** Restates bills of the meter after `after`, naming what was recorded unless told to name something else. */
  revise(account: Hex, after: number, rows: readonly Restated[]): Promise<Done> {
    const first = this.#recorded.get(`${account}/${after}`)
    const corrections = rows.map(({ bill, ...change }) => {
      const recorded = this.#recorded.get(`${account}/${bill}`)
      if (recorded === undefined) throw new Error(`No bill ${bill} to revise.`)
      return {
        ...recorded.wh,
        bill,
        revision: 1,
        modulus: 1_000_000_000n,
        presentBefore: recorded.wh['present'],
        grossBefore: recorded.gross,
        alreadyCharged: 0n,
        rollover: false,
        ...change,
      }
    })
    const args = [account, first?.wh['present'], corrections, 21, id('correction slip')]
    return this.ledger.act('operations', 'revise', ...args)
  }

  setRate(tariff: Tariff): Promise<Done> {
    const flat = rateOfTariff(tariff) as unknown as Record<string, bigint | number | string>
    const slabs = [1, 2, 3, 4, 5, 6, 7, 8].map((place) => ({
      upTo: flat[`slab${place}UpTo`],
      rate: flat[`slab${place}Rate`],
      fuel: flat[`slab${place}Fuel`],
      subsidy: flat[`slab${place}Subsidy`],
    }))
    return this.ledger.act('tariff', 'setRate', { ...flat, slabs })
  }

  #remember(account: Hex, { entries }: Done): void {
    const reading = entries.find(({ name }) => name === 'ConsumptionRecorded')
    const bill = entries.find(({ name }) => name === 'BillIssued')
    if (reading === undefined || bill === undefined) return
    const { start, end, multiplier, carried, present } = reading.data
    this.#recorded.set(`${account}/${reading.data['bill']}`, {
      wh: { start, end, multiplier, carried, present },
      gross: bill.data['gross'] as bigint,
    })
  }
}
