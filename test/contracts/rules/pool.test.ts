import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hex } from '../../../contracts/events/hex.ts'
import { pool, type PooledBill } from '../../../contracts/rules/pool.ts'
import type { Posting } from '../../../contracts/rules/posting.ts'
import { dayNumber, paise } from '../../../contracts/rules/units.ts'

type Unplaced = Posting extends infer Each
  ? Each extends Posting
    ? Omit<Each, 'seq' | 'day'>
    : never
  : never

const today = dayNumber(1_000)
const reference = (number: number): Hex => `0x${number.toString(16).padStart(64, '0')}`

/** Postings in order, one a day from day 900 on. */
const inOrder = (...postings: readonly Unplaced[]): Posting[] =>
  postings.map((posting, i) => ({ seq: i + 1, day: dayNumber(900 + i), ...posting }))

const bill = (number: number, amount: bigint, dueDay = 2_000, instalments = 1): Unplaced => ({
  kind: 'bill',
  number,
  amount: paise(amount),
  dueDay: dayNumber(dueDay),
  instalments,
})
const payment = (amount: bigint, number = 0): Unplaced => ({
  kind: 'payment',
  amount: paise(amount),
  reference: reference(number),
})
const reversal = (amount: bigint, number: number): Unplaced => ({
  kind: 'reversal',
  amount: paise(amount),
  reference: reference(number),
})
const adjustment = (bill: number, amount: bigint): Unplaced => ({
  kind: 'adjustment',
  bill,
  amount: paise(amount),
})
const revision = (bill: number, difference: bigint): Unplaced => ({
  kind: 'revision',
  bill,
  difference: paise(difference),
})
const dispute = (bill: number, amount: bigint): Unplaced => ({
  kind: 'dispute',
  bill,
  amount: paise(amount),
})
const resolution = (bill: number, outcome: 'upheld' | 'granted'): Unplaced => ({
  kind: 'resolution',
  bill,
  outcome,
})

const poolOf = (...postings: readonly Unplaced[]) => pool(inOrder(...postings), today)
const left = ({ bills }: { bills: readonly PooledBill[] }) => bills.map((each) => each.left)

describe('the reference session', () => {
  test('₹2,500.00 less ₹2,000 leaves ₹500.00, part paid; ₹500 more settles it', () => {
    const once = poolOf(bill(1, 250_000n), payment(200_000n))
    expect(once.balance).toBe(50_000n)
    expect(once.bills[0]).toMatchObject({ left: 50_000n, status: 'part paid' })
    const twice = poolOf(bill(1, 250_000n), payment(200_000n), payment(50_000n))
    expect(twice.balance).toBe(0n)
    expect(twice.bills[0]).toMatchObject({
      left: 0n,
      status: 'settled',
      filledBy: [
        { seq: 2, amount: 200_000n },
        { seq: 3, amount: 50_000n },
      ],
    })
  })
})

describe('the pool', () => {
  test('fills bills in order of their number, whatever came first', () => {
    expect(left(poolOf(payment(150n), bill(1, 100n), bill(2, 100n)))).toEqual([0n, 50n])
  })

  test('takes negative bills and negative adjustments as it takes payments', () => {
    const pooled = poolOf(bill(1, 100n), bill(2, -30n), adjustment(1, -20n), bill(3, 100n))
    expect(left(pooled)).toEqual([50n, 0n, 100n])
    expect(pooled.bills[0]?.filledBy).toEqual([
      { seq: 2, amount: 30n },
      { seq: 3, amount: 20n },
    ])
    expect(pooled.bills[1]?.status).toBe('settled')
  })

  test('gives back a reversed payment', () => {
    const pooled = poolOf(bill(1, 100n), payment(60n, 1), payment(30n, 2), reversal(60n, 1))
    expect(left(pooled)).toEqual([70n])
    expect(pooled.balance).toBe(70n)
    expect(pooled.bills[0]?.filledBy).toEqual([{ seq: 3, amount: 30n }])
  })

  test('keeps what no bill asks for as a credit', () => {
    expect(poolOf(bill(1, 100n), payment(130n))).toMatchObject({ balance: -30n, credit: 30n })
  })

  test('fills opening arrears first: they are bill 0', () => {
    const pooled = poolOf(bill(1, 100n), adjustment(0, 40n), payment(50n))
    expect(pooled.bills.map(({ number, left }) => [number, left])).toEqual([
      [0, 0n],
      [1, 90n],
    ])
  })

  test('is raised by a positive adjustment of the bill it names', () => {
    expect(poolOf(bill(1, 100n), bill(2, 100n), adjustment(1, 25n)).bills[0]).toMatchObject({
      asks: 125n,
      isRevised: false,
    })
  })

  test('a bill corrected below what was paid gives the rest to the next', () => {
    const pooled = poolOf(bill(1, 100n), payment(100n), bill(2, 100n), revision(1, -30n))
    expect(left(pooled)).toEqual([0n, 70n])
    expect(pooled.bills[0]).toMatchObject({ asks: 70n, isRevised: true, status: 'settled' })
  })
})

describe('status', () => {
  test('overdue begins the day after the due day', () => {
    const status = (day: number) =>
      pool(inOrder(bill(1, 100n, 950)), dayNumber(day)).bills[0]?.status
    expect(status(950)).toBe('issued')
    expect(status(951)).toBe('overdue')
  })

  test('settled comes before overdue, overdue before part paid, part paid before issued', () => {
    const status = (dueDay: number, paid: bigint) =>
      poolOf(bill(1, 100n, dueDay), payment(paid)).bills[0]?.status
    expect(status(950, 100n)).toBe('settled')
    expect(status(950, 99n)).toBe('overdue')
    expect(status(1_000, 99n)).toBe('part paid')
    expect(poolOf(bill(1, 100n, 1_000)).bills[0]?.status).toBe('issued')
  })
})

describe('instalments', () => {
  test('are equal and 30 days apart, the remainder in the first', () => {
    expect(poolOf(bill(1, 100n, 950, 3)).bills[0]?.sums).toMatchObject([
      { kind: 'instalment', number: 1, dueDay: 950, amount: 34n, isOverdue: true },
      { kind: 'instalment', number: 2, dueDay: 980, amount: 33n, isOverdue: true },
      { kind: 'instalment', number: 3, dueDay: 1_010, amount: 33n, isOverdue: false },
    ])
  })

  test('paid in time are not overdue, though the bill is not settled', () => {
    const paid = poolOf(bill(1, 100n, 950, 3), payment(67n)).bills[0]
    expect(paid).toMatchObject({ status: 'part paid', overdue: 0n, overdueSince: null })
    const short = poolOf(bill(1, 100n, 950, 3), payment(66n)).bills[0]
    expect(short).toMatchObject({ status: 'overdue', overdue: 1n, overdueSince: 981 })
  })

  test('divide what the bill asks less later increases, each a sum of its own', () => {
    const sums = poolOf(bill(1, 90n, 920, 2), revision(1, -10n), adjustment(1, 25n)).bills[0]?.sums
    expect(sums).toMatchObject([
      { kind: 'instalment', dueDay: 920, amount: 40n },
      { kind: 'increase', dueDay: 922, amount: 25n },
      { kind: 'instalment', dueDay: 950, amount: 40n },
    ])
  })

  test('of opening arrears: each is due on the day it is posted', () => {
    expect(poolOf(bill(1, 5n), adjustment(0, 25n)).bills[0]).toMatchObject({
      number: 0,
      sums: [{ kind: 'increase', dueDay: 901, amount: 25n }],
      status: 'overdue',
      overdueSince: 902,
    })
  })

  test('a bill corrected below what was raised later asks its first sums only', () => {
    const { asks, sums } = poolOf(bill(1, 10n), adjustment(1, 25n), revision(1, -30n))
      .bills[0] as PooledBill
    expect(asks).toBe(5n)
    expect(sums.map(({ kind, amount }) => [kind, amount])).toEqual([['increase', 5n]])
  })
})

describe('a dispute', () => {
  test('holds back what it names: that is filled last, and is not overdue', () => {
    const pooled = poolOf(bill(1, 100n, 950), dispute(1, 40n), bill(2, 100n, 950), payment(160n))
    expect(pooled.bills).toMatchObject([
      { left: 40n, heldBack: 40n, overdue: 0n, status: 'part paid' },
      { left: 0n, status: 'settled' },
    ])
    expect(pooled.bills[0]?.dispute).toEqual({ amount: 40n, outcome: null })
  })

  test('lets what is undisputed age', () => {
    expect(poolOf(bill(1, 100n, 950), dispute(1, 40n)).bills[0]).toMatchObject({
      status: 'overdue',
      overdue: 60n,
    })
  })

  test('counts from the last instalment backwards', () => {
    const sums = poolOf(bill(1, 90n, 950, 3), dispute(1, 45n)).bills[0]?.sums
    expect(sums).toMatchObject([
      { left: 30n, heldBack: 0n, isOverdue: true },
      { left: 30n, heldBack: 15n, isOverdue: true },
      { left: 30n, heldBack: 30n, isOverdue: false },
    ])
  })

  test('holds no more than the bill still asked when it was raised', () => {
    const bills = (...after: Unplaced[]) =>
      poolOf(bill(1, 100n, 950), payment(70n, 1), dispute(1, 80n), ...after).bills[0]
    expect(bills()).toMatchObject({ left: 30n, heldBack: 30n, overdue: 0n })
    expect(bills(reversal(70n, 1))).toMatchObject({ left: 100n, heldBack: 30n, overdue: 70n })
  })

  test('of a paid bill is a claim that holds nothing back', () => {
    const pooled = poolOf(bill(1, 100n, 950), payment(100n), dispute(1, 40n), bill(2, 10n))
    expect(pooled.bills[0]).toMatchObject({
      status: 'settled',
      heldBack: 0n,
      dispute: { amount: 40n, outcome: null },
    })
    expect(pooled.bills[1]?.left).toBe(10n)
  })

  test('releases what it held when it is resolved', () => {
    const pooled = poolOf(bill(1, 100n, 950), dispute(1, 40n), resolution(1, 'upheld'))
    expect(pooled.bills[0]).toMatchObject({
      heldBack: 0n,
      overdue: 100n,
      dispute: { outcome: 'upheld' },
    })
  })

  test('holds no more than the bill asks after a correction', () => {
    const pooled = poolOf(bill(1, 100n, 950), dispute(1, 40n), revision(1, -70n))
    expect(pooled.bills[0]).toMatchObject({ asks: 30n, left: 30n, heldBack: 30n, overdue: 0n })
  })
})

/** Any history that the contract would take: bills numbered from 1, references used once, at most one open dispute a bill. */
const anyHistory: fc.Arbitrary<Posting[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'bill' as const,
        'bill' as const,
        'payment' as const,
        'payment' as const,
        'reversal' as const,
        'adjustment' as const,
        'revision' as const,
        'dispute' as const,
        'resolution' as const,
      ),
      money: fc.bigInt({ min: -3_000n, max: 5_000n }),
      pick: fc.nat(20),
      days: fc.nat(40),
    }),
    { maxLength: 40 },
  )
  .map((acts) => {
    const history: Posting[] = []
    const standing: { seq: number; amount: bigint }[] = []
    const disputed = new Set<number>()
    let bills = 0
    let day = 500
    for (const { kind, money, pick, days } of acts) {
      const positive = money <= 0n ? 1n - money : money
      const named = bills === 0 ? 0 : 1 + (pick % bills)
      const seq = history.length + 1
      day += days
      const post = (posting: Unplaced) => history.push({ seq, day: dayNumber(day), ...posting })
      if (kind === 'bill') post(bill(++bills, money, day + (pick % 30), 1 + (pick % 12)))
      else if (kind === 'payment') {
        standing.push({ seq, amount: positive })
        post(payment(positive, seq))
      } else if (kind === 'reversal' && standing.length > 0) {
        const [{ seq, amount }] = standing.splice(pick % standing.length, 1) as [
          { seq: number; amount: bigint },
        ]
        post(reversal(amount, seq))
      } else if (kind === 'adjustment')
        post(adjustment(pick % (bills + 1), money === 0n ? 1n : money))
      else if (named > 0 && kind === 'revision') post(revision(named, money))
      else if (named > 0 && kind === 'dispute' && !disputed.has(named)) {
        disputed.add(named)
        post(dispute(named, positive))
      } else if (kind === 'resolution' && disputed.delete(named)) post(resolution(named, 'upheld'))
    }
    return history
  })
const anyToday = fc.integer({ min: 500, max: 2_500 }).map(dayNumber)
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n)

describe('whatever was posted', () => {
  test('no money is lost or made: what is left less the credit is the balance', () => {
    fc.assert(
      fc.property(anyHistory, anyToday, (history, today) => {
        const { bills, balance, credit } = pool(history, today)
        const posted = history.map((each) => {
          if (each.kind === 'bill' || each.kind === 'adjustment' || each.kind === 'reversal') {
            return each.amount
          }
          if (each.kind === 'revision') return each.difference
          return each.kind === 'payment' ? 0n - each.amount : 0n
        })
        expect(balance).toBe(total(posted))
        expect(total(bills.map(({ left }) => left)) - credit).toBe(balance)
      }),
    )
  })

  test('each bill’s parts add up: sums to what it asks, entries to what is filled', () => {
    fc.assert(
      fc.property(anyHistory, anyToday, (history, today) => {
        for (const bill of pool(history, today).bills) {
          const asks = bill.asks > 0n ? bill.asks : 0n
          expect(bill.filled + bill.left).toBe(asks)
          expect(total(bill.sums.map(({ amount }) => amount))).toBe(asks)
          expect(total(bill.sums.map(({ left }) => left))).toBe(bill.left)
          expect(total(bill.sums.map(({ heldBack }) => heldBack))).toBe(bill.heldBack)
          expect(total(bill.filledBy.map(({ amount }) => amount))).toBe(bill.filled)
          expect(bill.overdue + bill.heldBack <= bill.left).toBe(true)
          expect(bill.overdue > 0n).toBe(bill.status === 'overdue')
          expect(bill.sums.every(({ amount, left }) => amount > 0n && left >= 0n)).toBe(true)
        }
      }),
    )
  })

  test('a later bill gets nothing while an earlier one lacks what is undisputed', () => {
    fc.assert(
      fc.property(anyHistory, anyToday, (history, today) => {
        const { bills, credit } = pool(history, today)
        const open = bills.findIndex(({ left, heldBack }) => left > heldBack)
        const later = open === -1 ? [] : bills.slice(open + 1)
        expect(later.every(({ filled }) => filled === 0n)).toBe(true)
        expect(credit === 0n || bills.every(({ left }) => left === 0n)).toBe(true)
      }),
    )
  })

  test('no entry fills more than it is worth', () => {
    fc.assert(
      fc.property(anyHistory, anyToday, (history, today) => {
        const { bills } = pool(history, today)
        const given = new Map<number, bigint>()
        for (const { seq, amount } of bills.flatMap(({ filledBy }) => filledBy)) {
          given.set(seq, (given.get(seq) ?? 0n) + amount)
        }
        for (const { seq, amount } of history.filter((entry) => entry.kind === 'payment')) {
          expect((given.get(seq) ?? 0n) <= amount).toBe(true)
          given.delete(seq)
        }
        const others = [...given.keys()].map((seq) => history[seq - 1]?.kind)
        expect(others.filter((kind) => kind !== 'bill' && kind !== 'adjustment')).toEqual([])
      }),
    )
  })
})
