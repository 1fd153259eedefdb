import type { Hex } from '../../../contracts/events/hex.ts'
import { LEDGER } from '../../../contracts/rules/accountCode.ts'
import { bill } from '../../../contracts/rules/bill.ts'
import { formatDay, monthOfDay, parseDay, startOfDay } from '../../../contracts/rules/day.ts'
import { revisionDifference } from '../../../contracts/rules/revision.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import { type DayNumber, dayNumber, paise, watt, wh } from '../../../contracts/rules/units.ts'
import { Board, type Customer } from '../../portal/exampleLedger.ts'
import { manifest, word, type WrittenLedger } from '../../portal/writtenLedger.ts'

/** Accounts whose lives differ; a large ledger repeats them. */
export const LIVES = 40
export const lifeAccount = (life: number): Hex => word(`life ${life}`)

const MONTHS = 24
const FIRST_DAY = parseDay('2024-04-01')

/**
 * Plays two years of a board with 40 accounts, each of its own load, category, day of the month and temper, lawfully: what
 * the contract would have computed is worked out by the rules. Monthly bills, most paid at once or in two instalments,
 * some late or never; estimates trued up, readings by hand, cheques that bounce, disputes, corrections, concessions.
 */
export const playLives = async (ledger: WrittenLedger): Promise<void> => {
  const board = new BusyBoard(ledger)
  const plan = new Plan()
  planLedger(plan, board)
  for (let life = 0; life < LIVES; life++) planLife(plan, board, life)
  await plan.play(ledger)
}

/** Acts by their days. */
class Plan {
  readonly #acts = new Map<DayNumber, (() => void)[]>()

  on(day: DayNumber, act: () => void): void {
    this.#acts.set(day, [...(this.#acts.get(day) ?? []), act])
  }

  /** A block for each day on which something happens. */
  async play(ledger: WrittenLedger): Promise<void> {
    for (const day of [...this.#acts.keys()].toSorted((a, b) => a - b)) {
      for (const act of this.#acts.get(day) ?? []) act()
      await ledger.mine(startOfDay(day) + 11 * 3600)
    }
  }
}

const after = (day: DayNumber, days: number): DayNumber => dayNumber(day + days)
const firstOf = (month: number): DayNumber =>
  parseDay(
    `${2024 + Math.floor((3 + month) / 12)}-${String(((3 + month) % 12) + 1).padStart(2, '0')}-01`,
  )

/** Roles, tariffs (new ones each April), and a closing a month, whose sums come once the ledger is multiplied. */
const planLedger = (plan: Plan, board: BusyBoard) => {
  plan.on(after(FIRST_DAY, -10), () => board.nameRoles())
  for (const year of [2024, 2025])
    for (const category of [1, 2, 3, 4])
      plan.on(parseDay(`${year}-03-25`), () => board.setRate(rateOf(category, year)))
  for (let month = 1; month <= MONTHS; month++)
    plan.on(firstOf(month), () => board.closeMonth(monthOfDay(firstOf(month)) - 1))
}

const rateOf = (category: number, year: number) => {
  const rate = (base: number) => ((base + 10 * category + 25 * (year - 2024)) / 100).toFixed(2)
  return {
    category,
    effectiveFrom: `${year}-04-01`,
    slabs: [
      { upToKWh: '120', rate: rate(560), fuel: '0.30', subsidy: '0.75' },
      { upToKWh: '240', rate: rate(690), fuel: '0.30' },
      { upToKWh: null, rate: rate(780), fuel: '0.30' },
    ],
    fixedPerKW: String(60 + 10 * category),
    duty: { percent: '5', of: ['energy', 'fixed'] },
    roundTo: category % 2 === 0 ? '1' : '0.01',
    orderHash: word(`order of ${year}`),
  }
}

/** kWh a day by month of the year, in tenths of what a life uses at most. */
const seasons = [5, 5, 6, 8, 10, 10, 9, 9, 8, 7, 5, 5]

const planLife = (plan: Plan, board: BusyBoard, life: number) => {
  const shift = (life * 2) % 27
  const starts = after(FIRST_DAY, shift)
  let customer: Customer
  plan.on(starts, () => {
    customer = board.connect(
      lifeAccount(life),
      termsOf(life, starts),
      String(1_000_000 * (life + 3)),
    )
  })
  for (let month = 1; month <= MONTHS - 1; month++) {
    const end = after(firstOf(month), shift)
    const kind = kindOf(life, month)
    const daily = BigInt((3 + ((life * 7) % 11)) * (seasons[(month + 2) % 12] ?? 5) * 100)
    const issued = after(end, 1)
    plan.on(issued, () => {
      const used = daily * BigInt(end - customer.start)
      board.read(customer, customer.register + used, formatDay(end), formatDay(issued), kind)
    })
    planMoney(plan, board, life, month, issued, () => customer)
  }
}

const termsOf = (life: number, firstDay: DayNumber): Omit<Terms, 'consumerKey'> => ({
  category: 1 + (life % 4),
  load: watt(BigInt(1000 * (1 + (life % 5)))),
  cycle: 1,
  instalments: life % 9 === 4 ? 3 : 1,
  daysToPay: 15,
  firstDay,
})

/** Some lives are read by hand, some estimated two months in a row each winter. */
const kindOf = (life: number, month: number): number => {
  if (life % 10 === 6 && month % 12 >= 8 && month % 12 < 10) return 2
  return life % 8 === 5 && month % 6 === 2 ? 1 : 0
}

const planMoney = (
  plan: Plan,
  board: BusyBoard,
  life: number,
  month: number,
  issued: DayNumber,
  customerOf: () => Customer,
) => {
  const name = `receipt of life ${life} in month ${month}`
  const channel = life % 5
  const isBehind = month >= MONTHS - 1 - (life % 6)
  if (life % 10 === 3 && isBehind) return
  if (life % 7 === 2) {
    plan.on(after(issued, 6), () => board.payHalf(customerOf(), channel, `${name}, half`))
    if (isBehind) return
  }
  plan.on(after(issued, 9 + (life % 5)), () => board.payAll(customerOf(), channel, name))
  if (channel !== 0 && life % 13 === 5 && month % 9 === 4)
    plan.on(after(issued, 16), () => board.bounce(customerOf(), name, channel))
  if (life % 11 === 7 && month % 8 === 3)
    plan.on(after(issued, 3), () => board.correct(customerOf()))
  if (life % 17 === 8 && month % 10 === 6) {
    plan.on(after(issued, 2), () => board.dispute(customerOf(), 20_000n))
    plan.on(after(issued, 20), () => board.uphold(customerOf()))
  }
  if (life === 12 && month === MONTHS - 1)
    plan.on(after(issued, 4), () => board.dispute(customerOf(), 30_000n))
  if (life % 19 === 9 && month % 7 === 5)
    plan.on(after(issued, 5), () => board.concede(customerOf(), -5_000n))
}

/** What else a board and its consumers do. */
class BusyBoard extends Board {
  /** Money taken, by the receipt's name. */
  readonly #taken = new Map<string, bigint>()

  nameRoles(): void {
    const holder = manifest.parties.board
    for (const role of ['BOARD', 'TARIFF', 'OPERATIONS', 'CASHIER'])
      this.ledger.record('RoleChanged', LEDGER, {
        role: word(role),
        holder,
        granted: true,
        by: holder,
      })
  }

  closeMonth(month: number): void {
    const none = paise(0n)
    const sums = { opening: none, billed: none, adjusted: none, paid: none, closing: none }
    this.ledger.record('PeriodClosed', LEDGER, { month, ...sums })
    this.ledger.nextTransaction()
  }

  payAll(customer: Customer, channel: number, receipt: string): void {
    this.#take(customer, customer.balance, channel, receipt)
  }

  payHalf(customer: Customer, channel: number, receipt: string): void {
    this.#take(customer, customer.balance / 2n, channel, receipt)
  }

  #take(customer: Customer, amount: bigint, channel: number, receipt: string): void {
    if (amount <= 0n) return
    this.#taken.set(receipt, amount)
    this.pay(customer, amount, channel, receipt)
  }

  /** A cheque comes back. */
  bounce(customer: Customer, receipt: string, channel: number): void {
    const amount = this.#taken.get(receipt)
    if (amount === undefined) return
    customer.balance += amount
    this.ledger.record('PaymentReversed', customer.account, {
      receiptReference: word(receipt),
      amount: paise(amount),
      channel,
      reason: 11,
      balance: paise(customer.balance),
    })
    this.ledger.nextTransaction()
  }

  dispute({ account, bills }: Customer, amount: bigint): void {
    const reasonHash = word('a letter to the board')
    this.ledger.record('BillDisputed', account, { bill: bills, amount: paise(amount), reasonHash })
    this.ledger.nextTransaction()
  }

  uphold({ account, bills }: Customer): void {
    const document = word('decision')
    this.ledger.record('DisputeResolved', account, { bill: bills, outcome: 0, document })
    this.ledger.nextTransaction()
  }

  concede(customer: Customer, amount: bigint): void {
    customer.balance += amount
    this.ledger.record('AdjustmentPosted', customer.account, {
      amount: paise(amount),
      reason: 4,
      bill: customer.bills,
      document: word('order of concession'),
      by: manifest.parties.board,
      balance: paise(customer.balance),
    })
    this.ledger.nextTransaction()
  }

  /** The newest reading turns out to be 10 kWh too high. */
  correct(customer: Customer): void {
    const last = this.#last.get(customer.account)
    if (last === undefined) return
    const { previous, start, end, present } = last
    const derive = (register: bigint) =>
      bill({
        reading: {
          previous: wh(previous),
          present: wh(register),
          multiplier: 1,
          carried: wh(0n),
          rollover: false,
          start: dayNumber(start),
          end,
          modulus: null,
        },
        terms: [customer.terms],
        tariffs: this.tariffs,
        estimates: [],
      })
    const [before, now] = [derive(present), derive(present - 10_000n)]
    const roundTo = now.charges.at(-1)?.tariff.roundTo ?? paise(1n)
    const gross = { grossBefore: before.gross, grossAfter: now.gross }
    const difference = revisionDifference({ ...gross, alreadyCharged: paise(0n), roundTo })
    customer.balance += difference
    customer.register = present - 10_000n
    this.ledger.record('ConsumptionRevised', customer.account, {
      bill: customer.bills,
      revision: 1,
      previous: wh(previous),
      present: wh(present - 10_000n),
      rollover: false,
      wh: now.consumption.wh,
      ...gross,
      difference,
      reason: 21,
      document: word('protocol of the second visit'),
      balance: paise(customer.balance),
    })
    this.charge(customer, customer.bills, 1, now)
    this.ledger.nextTransaction()
  }

  readonly #last = new Map<
    Hex,
    { previous: bigint; start: number; end: DayNumber; present: bigint }
  >()

  override read(customer: Customer, present: bigint, end: string, issued: string, kind = 0) {
    const { account, register: previous, start } = customer
    this.#last.set(account, { previous, start, end: parseDay(end), present })
    return super.read(customer, present, end, issued, kind)
  }
}
