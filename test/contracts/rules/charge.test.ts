import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charge, chargeLines } from '../../../contracts/rules/charge.ts'
import { monthsOf } from '../../../contracts/rules/months.ts'
import { OutOfRange } from '../../../contracts/rules/outOfRange.ts'
import { divideRounded, roundTo } from '../../../contracts/rules/rounding.ts'
import { fillSlabs } from '../../../contracts/rules/slabs.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import { dayNumber, paise, perUnit, type Wh, watt, wh } from '../../../contracts/rules/units.ts'
import { anyDays, anyEnergy, anyTariff, someEnergy, someLoad } from './anyTariff.ts'

const firstDay = dayNumber(20_000)
const flat: Tariff = {
  tariff: 1,
  category: 1,
  effectiveFrom: dayNumber(0),
  basis: 'months',
  slabs: [{ upTo: null, rate: perUnit(500_000n), fuel: perUnit(0n), subsidy: perUnit(0n) }],
  fixedPerKW: paise(0n),
  fixedPerConnection: paise(0n),
  dutyRate: 0,
  dutyBase: 0,
  dutyPerUnit: perUnit(0n),
  roundTo: paise(1n),
  orderHash: `0x${'00'.repeat(32)}`,
}
const part = (used: Wh, days = 30) => ({ firstDay, days, wh: used })

describe('rounding', () => {
  test.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [-15n, 10n, -2n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%d / %d is %d, half away from zero', (dividend, divisor, quotient) => {
    expect(divideRounded(dividend, divisor)).toBe(quotient)
  })

  test('is to the nearest, and as far from zero below as above', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 2n ** 130n }), (dividend, divisor) => {
        const quotient = divideRounded(dividend, divisor)
        const off = 2n * (dividend - quotient * divisor)
        expect(off <= divisor && off >= -divisor).toBe(true)
        expect(divideRounded(-dividend, divisor)).toBe(-quotient)
        expect(roundTo(dividend, divisor)).toBe(quotient * divisor)
      }),
    )
  })
})

describe('slabs', () => {
  test('share out every unit consumed, whatever the length of the period', () => {
    fc.assert(
      fc.property(anyTariff, anyEnergy, anyDays, ({ slabs, basis }, used, days) => {
        const uses = fillSlabs(used, slabs, monthsOf(basis, days, days))
        expect(uses.reduce((total, use) => total + use.wh, 0n)).toBe(used)
        expect(uses).toHaveLength(slabs.length)
      }),
    )
  })

  test('are filled in order: one takes units only where all before it are full', () => {
    fc.assert(
      fc.property(anyTariff, anyEnergy, anyDays, ({ slabs, basis }, used, days) => {
        const uses = fillSlabs(used, slabs, monthsOf(basis, days, days))
        const open = uses.findIndex(({ wh, size }) => size === null || wh < size)
        for (const use of uses.slice(0, open)) expect(use.wh).toBe(use.size)
        for (const use of uses.slice(open + 1)) expect(use.wh).toBe(0n)
      }),
    )
  })

  test('of three months hold three times those of one', () => {
    const limits = fillSlabs(wh(0n), [{ ...slab(34_000n) }, slab(null)], monthsOf('months', 90, 90))
    expect(limits[0]?.size).toBe(102_000n)
  })
})

const slab = (upTo: bigint | null) => ({
  upTo: upTo === null ? null : wh(upTo),
  rate: perUnit(0n),
  fuel: perUnit(0n),
  subsidy: perUnit(0n),
})

describe('a charge', () => {
  test('of the school example is 500 × ₹5 = ₹2,500.00', () => {
    const derived = charge(part(wh(500_000n)), flat, watt(1_000n), 30)
    expect(derived.charge).toBe(250_000n)
    expect(chargeLines(derived).map(({ label, formula }) => [label, formula])).toEqual([
      ['all 500 kWh', '500 × ₹5.00'],
    ])
  })

  test('is the sum of its lines, and each component the sum of its own', () => {
    fc.assert(
      fc.property(anyTariff, someEnergy, someLoad, anyDays, (tariff, used, load, days) => {
        const sums = charge(part(used, days), tariff, load, days)
        const lines = chargeLines(sums)
        const sum = (...kinds: string[]) =>
          lines
            .filter(({ kind }) => kinds.includes(kind))
            .reduce((total, { amount }) => total + amount, 0n)
        expect(lines.reduce((total, { amount }) => total + amount, 0n)).toBe(sums.charge)
        expect(sum('energy')).toBe(sums.energy)
        expect(sum('fuel')).toBe(sums.fuel)
        expect(sum('subsidy')).toBe(0n - sums.subsidy)
        expect(sum('fixedPerKW', 'fixedPerConnection')).toBe(sums.fixedCharge)
        expect(sum('duty', 'dutyPerUnit')).toBe(sums.duty)
        expect(sums.charge).toBe(
          sums.energy + sums.fixedCharge + sums.fuel + sums.duty - sums.subsidy,
        )
      }),
    )
  })

  test('has one energy line for each slab that was used', () => {
    fc.assert(
      fc.property(anyTariff, someEnergy, anyDays, (tariff, used, days) => {
        const derived = charge(part(used, days), tariff, watt(1n), days)
        const numbers = chargeLines(derived).flatMap((line) =>
          line.kind === 'energy' ? [line.slab] : [],
        )
        const usedSlabs = derived.slabs.filter(({ wh, number }) => wh > 0n || number === 1)
        expect(numbers).toEqual(usedSlabs.map(({ number }) => number))
      }),
    )
  })

  test('takes duty on the components that the tariff names, the subsidy deducted, never below zero', () => {
    const tariff: Tariff = {
      ...flat,
      slabs: [
        {
          upTo: null,
          rate: perUnit(500_000n),
          fuel: perUnit(-20_000n),
          subsidy: perUnit(500_000n),
        },
      ],
      fixedPerConnection: paise(1_000n),
      dutyRate: 1_000,
    }
    const duty = (dutyBase: number) =>
      charge(part(wh(100_000n)), { ...tariff, dutyBase }, watt(1_000n), 30).duty
    expect(duty(1)).toBe(5_000n)
    expect(duty(2)).toBe(100n)
    expect(duty(1 | 2)).toBe(5_100n)
    expect(duty(1 | 4)).toBe(4_800n)
    expect(duty(1 | 2 | 8)).toBe(100n)
    expect(duty(4)).toBe(0n)
    expect(duty(8)).toBe(0n)
  })

  test('of no consumption still has the fixed charges and one line for the energy', () => {
    const tariff = { ...flat, fixedPerKW: paise(7_000n), fixedPerConnection: paise(5_500n) }
    const lines = chargeLines(charge(part(wh(0n), 14), tariff, watt(490n), 30))
    expect(lines.map(({ kind, formula, amount }) => [kind, formula, amount])).toEqual([
      ['energy', '0 × ₹5.00', 0n],
      ['fixedPerKW', '₹70.00 × 0.49 kW × 14/30 × 1 month', 1_601n],
      ['fixedPerConnection', '₹55.00 × 14/30 × 1 month', 2_567n],
    ])
  })

  test('of a session within a day has no fixed charge', () => {
    const tariff = { ...flat, fixedPerKW: paise(7_000n), fixedPerConnection: paise(5_500n) }
    const derived = charge(part(wh(9_000n), 0), tariff, watt(490n), 0)
    expect(derived.fixedCharge).toBe(0n)
    expect(chargeLines(derived).map(({ kind }) => kind)).toEqual(['energy'])
  })

  test('that an int64 can’t hold is refused, not wrapped', () => {
    const dear = { ...flat, slabs: [{ ...slab(null), rate: perUnit(2n ** 32n - 1n) }] }
    const largest = ((2n ** 63n - 1n) * 10n ** 6n) / (2n ** 32n - 1n)
    expect(charge(part(wh(largest)), dear, watt(1n), 30).energy).toBeLessThan(2n ** 63n)
    expect(() => charge(part(wh(largest + 1_000n)), dear, watt(1n), 30)).toThrow(OutOfRange)
  })
})
