import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bill,
  type BillInput,
  billLines,
  NoStretch,
  RolloverTooLarge,
  SessionNeedsOneSlab,
} from '../../../contracts/rules/bill.ts'
import { NoTariff, NoTerms } from '../../../contracts/rules/inForce.ts'
import { parseTariffFile } from '../../../contracts/rules/tariffFile.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import { dayNumber, paise, watt, wh } from '../../../contracts/rules/units.ts'
import { anyDays, anyTariff, someEnergy, someLoad } from './anyTariff.ts'

const terms = (change: Partial<Terms> = {}): Terms => ({
  category: 2,
  load: watt(2_000n),
  cycle: 1,
  instalments: 1,
  daysToPay: 15,
  firstDay: dayNumber(20_000),
  consumerKey: `0x${'11'.repeat(20)}`,
  ...change,
})

const tariff = (file: object, change: Partial<Tariff> = {}): Tariff => ({
  tariff: 1,
  ...parseTariffFile({
    category: 2,
    effectiveFrom: '2023-06-01',
    slabs: [{ upToKWh: null, rate: '5' }],
    orderHash: `0x${'00'.repeat(32)}`,
    ...file,
  }),
  ...change,
})

const input = (change: Partial<BillInput> = {}, kWh = 500n): BillInput => ({
  reading: {
    previous: wh(0n),
    present: wh(kWh * 1_000n),
    multiplier: 1,
    carried: wh(0n),
    rollover: false,
    modulus: null,
    start: dayNumber(20_000),
    end: dayNumber(20_030),
  },
  terms: [terms()],
  tariffs: [tariff({})],
  estimates: [],
  ...change,
})

describe('a bill', () => {
  test('of 500 kWh at ₹5 is ₹2,500.00', () => {
    const derived = bill(input())
    const { amount, rounding } = derived
    expect(amount).toBe(250_000n)
    expect(rounding).toBe(0n)
    expect(billLines(derived).map(({ formula, amount }) => [formula, amount])).toEqual([
      ['500 × ₹5.00', 250_000n],
    ])
  })

  test('is cut where the tariff changes, the units shared by days', () => {
    const later = tariff({ slabs: [{ upToKWh: null, rate: '8' }] }, { tariff: 2 })
    const { charges, amount } = bill(
      input({ tariffs: [tariff({}), { ...later, effectiveFrom: dayNumber(20_012) }] }),
    )
    expect(charges.map(({ part, tariff, charge }) => [part.wh, tariff.tariff, charge])).toEqual([
      [200_000n, 1, 100_000n],
      [300_000n, 2, 240_000n],
    ])
    expect(amount).toBe(340_000n)
  })

  test('is cut where the terms change, and goes by the load of each part', () => {
    const perKW = tariff({ fixedPerKW: 60 })
    const { charges } = bill(
      input({
        tariffs: [perKW],
        terms: [terms(), terms({ firstDay: dayNumber(20_010), load: watt(4_000n) })],
      }),
    )
    expect(charges.map(({ part, load, fixedCharge }) => [part.days, load, fixedCharge])).toEqual([
      [10, 2_000n, 4_000n],
      [20, 4_000n, 16_000n],
    ])
  })

  test('is not cut where another category’s tariff changes', () => {
    const other = tariff({ category: 3 }, { tariff: 2, effectiveFrom: dayNumber(20_012) })
    expect(bill(input({ tariffs: [tariff({}), other] })).charges).toHaveLength(1)
  })

  test('is cut where a new category’s tariff changes while it is agreed', () => {
    const tariffs = [
      tariff({}),
      tariff({ category: 3 }, { tariff: 2, effectiveFrom: dayNumber(19_000) }),
      tariff({ category: 3 }, { tariff: 3, effectiveFrom: dayNumber(20_005) }),
      tariff({ category: 3 }, { tariff: 4, effectiveFrom: dayNumber(20_020) }),
      tariff({}, { tariff: 5, effectiveFrom: dayNumber(20_025) }),
    ]
    const { charges } = bill(
      input({ tariffs, terms: [terms(), terms({ firstDay: dayNumber(20_010), category: 3 })] }),
    )
    expect(charges.map(({ part, tariff }) => [part.firstDay, tariff.tariff])).toEqual([
      [20_000, 1],
      [20_010, 3],
      [20_020, 4],
    ])
  })

  test('takes off what estimates had charged, as a line that names them', () => {
    const estimates = [
      { number: 4, amount: paise(100_000n) },
      { number: 5, amount: paise(120_000n) },
    ]
    const derived = bill(input({ estimates }))
    const { amount, alreadyCharged } = derived
    expect([amount, alreadyCharged]).toEqual([30_000n, 220_000n])
    expect(billLines(derived).at(-1)).toMatchObject({
      kind: 'alreadyCharged',
      label: 'already charged by estimates: bill 4, 5',
      formula: '−(₹1,000.00 + ₹1,200.00)',
      amount: -220_000n,
      bills: [4, 5],
    })
  })

  test('below zero is a credit', () => {
    expect(bill(input({ estimates: [{ number: 4, amount: paise(300_000n) }] })).amount).toBe(
      -50_000n,
    )
  })

  test('is rounded once, to what the last day’s tariff says, in a line of its own', () => {
    const rupees = tariff({ slabs: [{ upToKWh: null, rate: '5.001' }], roundTo: 1 })
    const derived = bill(input({ tariffs: [rupees] }))
    const { gross, rounding, amount } = derived
    expect([gross, rounding, amount]).toEqual([250_050n, 50n, 250_100n])
    expect(billLines(derived).at(-1)).toMatchObject({ kind: 'rounding', amount: 50n })
  })

  test('says in which terms it is due: those of its last day', () => {
    const changed = terms({ firstDay: dayNumber(20_030), daysToPay: 30 })
    expect(bill(input({ terms: [terms(), changed] })).terms.daysToPay).toBe(15)
    const before = terms({ firstDay: dayNumber(20_029), daysToPay: 30 })
    expect(bill(input({ terms: [terms(), before] })).terms.daysToPay).toBe(30)
  })

  test('is refused for days without terms or tariff', () => {
    expect(() => bill(input({ terms: [terms({ firstDay: dayNumber(20_001) })] }))).toThrow(NoTerms)
    const late = tariff({}, { effectiveFrom: dayNumber(20_001) })
    expect(() => bill(input({ tariffs: [late] }))).toThrow(NoTariff)
  })

  test('is refused for a stretch without days, sessions aside', () => {
    const { reading } = input()
    const none = { ...reading, end: reading.start }
    const before = [terms({ firstDay: dayNumber(19_000) })]
    expect(() => bill(input({ reading: none, terms: before }))).toThrow(NoStretch)
    const session = [terms({ firstDay: dayNumber(19_000), cycle: 0 })]
    const charged = bill(
      input({ reading: none, terms: session, tariffs: [tariff({ fixedPerKW: 60 })] }),
    )
    expect(charged.amount).toBe(250_000n)
    const backwards = { ...reading, end: dayNumber(reading.start - 1) }
    expect(() => bill(input({ reading: backwards, terms: session }))).toThrow(NoStretch)
  })

  test('of a session is refused where the tariff has slabs', () => {
    const slabs = [
      { upToKWh: 100, rate: '5' },
      { upToKWh: null, rate: '6' },
    ]
    expect(() =>
      bill(input({ terms: [terms({ cycle: 0 })], tariffs: [tariff({ slabs })] })),
    ).toThrow(SessionNeedsOneSlab)
  })

  test('with a rollover larger than the load allows is refused', () => {
    const { reading } = input()
    const rolled = { ...reading, previous: wh(1n), present: wh(0n), rollover: true }
    const within = { ...rolled, modulus: wh(1_488_001n) }
    expect(bill(input({ reading: within })).consumption.wh).toBe(1_488_000n)
    const carried = { ...within, carried: wh(7n) }
    expect(bill(input({ reading: carried })).consumption.wh).toBe(1_488_007n)
    const beyond = { ...rolled, modulus: wh(1_488_002n) }
    expect(() => bill(input({ reading: beyond }))).toThrow(RolloverTooLarge)
  })

  test('is the sum of its lines, cut or not', () => {
    const anyCuts = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(anyTariff, { minLength: 4, maxLength: 4 }),
        anyCuts,
        someLoad,
        someEnergy,
        anyDays,
        fc.array(fc.bigInt({ min: -100_000n, max: 100_000n }).map(paise), { maxLength: 2 }),
        (any, cuts, load, used, days, estimated) => {
          const starts = [0, ...[...new Set(cuts)].sort((a, b) => a - b)]
          const tariffs = starts.map((later, i) => ({
            ...(any[i] as Tariff),
            category: 2,
            effectiveFrom: dayNumber(20_000 + later),
          }))
          const reading = { ...input().reading, present: used, end: dayNumber(20_000 + days) }
          const estimates = estimated.map((amount, i) => ({ number: i + 1, amount }))
          const derived = bill({ reading, terms: [terms({ load })], tariffs, estimates })
          const { charges, amount, gross, alreadyCharged, rounding } = derived
          expect(billLines(derived).reduce((sum, line) => sum + line.amount, 0n)).toBe(amount)
          expect(charges.reduce((sum, { charge }) => sum + charge, 0n)).toBe(gross)
          expect(charges.reduce((sum, { part }) => sum + part.wh, 0n)).toBe(used)
          expect(gross - alreadyCharged + rounding).toBe(amount)
        },
      ),
    )
  })
})
