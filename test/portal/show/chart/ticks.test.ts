import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticksFor } from '../../../../portal/show/chart/ticks.ts'

test('lines across are round, even, few, and reach over every value and 0', () => {
  const anyAmount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  fc.assert(
    fc.property(fc.array(anyAmount, { maxLength: 30 }), (values) => {
      const ticks = ticksFor(values, 100n)
      const step = (ticks[1] ?? 0n) - (ticks[0] ?? 0n)
      expect(ticks.length).toBeGreaterThan(1)
      expect(ticks.length).toBeLessThan(8)
      expect(ticks).toContain(0n)
      for (const [i, tick] of ticks.entries())
        expect(tick).toBe((ticks[0] ?? 0n) + BigInt(i) * step)
      for (const value of values) {
        expect(value >= (ticks[0] ?? 0n) && value <= (ticks.at(-1) ?? 0n)).toBe(true)
      }
      expect(String(step)).toMatch(/^(1|2|5)00+$/)
    }),
  )
})

test('of a household they are in hundreds of units', () => {
  expect(ticksFor([231_000n, 305_000n], 1_000n)).toEqual([
    0n,
    100_000n,
    200_000n,
    300_000n,
    400_000n,
  ])
  expect(ticksFor([0n], 100n)).toEqual([0n, 100n])
  expect(ticksFor([-120_000n], 100n)).toEqual([-150_000n, -100_000n, -50_000n, 0n])
})
