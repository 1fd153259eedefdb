import '../../seeds.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBuckets } from '../../../portal/guard/buckets.ts'

test('a client may ask as often at once as is allowed, and then as tokens come', () => {
  const buckets = createBuckets({ burst: 3, perSecond: 2 })
  expect([1, 2, 3].map(() => buckets.take('a', 0))).toEqual([0, 0, 0])
  expect(buckets.take('a', 0)).toBe(1)
  expect(buckets.take('b', 0)).toBe(0)
  expect(buckets.take('a', 499)).toBe(1)
  expect(buckets.take('a', 500)).toBe(0)
  expect(buckets.take('a', 501)).toBe(1)
})

test('who is told to wait, and does, is let in; and nobody gets more than is allowed', () => {
  const allowance = fc.record({
    burst: fc.integer({ min: 1, max: 20 }),
    perSecond: fc.double({ min: 0.05, max: 50, noNaN: true }),
  })
  fc.assert(
    fc.property(allowance, fc.array(fc.nat(5_000)), (allowed, pauses) => {
      const buckets = createBuckets(allowed)
      let [now, taken] = [0, 0]
      for (const pause of pauses) {
        now += pause
        const wait = buckets.take('a', now)
        if (wait === 0) taken++
        const later = createBuckets(allowed)
        while (later.take('a', 0) === 0);
        const told = later.take('a', 0)
        expect(later.take('a', told * 1_000)).toBe(0)
      }
      expect(taken).toBeLessThanOrEqual(allowed.burst + (now / 1_000) * allowed.perSecond + 1e-6)
    }),
  )
})

test('so many clients are remembered and no more, those who asked least recently forgotten first', () => {
  const buckets = createBuckets({ burst: 1, perSecond: 0.001 }, 2)
  for (const client of ['a', 'b', 'a', 'c']) buckets.take(client, 0)
  expect(buckets.size).toBe(2)
  expect(buckets.take('a', 0)).toBeGreaterThan(0)
  expect(buckets.take('b', 0)).toBe(0)
})

test('a clock that goes back gives nobody more, and takes nothing from anybody', () => {
  const buckets = createBuckets({ burst: 2, perSecond: 1 })
  expect([buckets.take('a', 10_000), buckets.take('a', 0), buckets.take('a', 0)]).toEqual([0, 0, 1])
})
