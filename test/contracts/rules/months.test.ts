import '../../seeds.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsOf, monthsWords } from '../../../contracts/rules/months.ts'

test.each([
  [1, null],
  [24, null],
  [25, 1],
  [28, 1],
  [30, 1],
  [31, 1],
  [35, 1],
  [36, null],
  [45, null],
  [59, 2],
  [60, 2],
  [62, 2],
  [90, 3],
  [92, 3],
  [181, 6],
  [184, 6],
  [365, 12],
  [366, 12],
])('by the months of a year %i days are %s whole months', (days, whole) => {
  const months = monthsOf('months', days, days)
  expect(months.whole).toBe(whole)
  expect(months.num * BigInt(whole === null ? 365 : days)).toBe(
    months.den * BigInt(whole === null ? 12 * days : whole * days),
  )
})

test('by thirtieths 31 days are 31/30 months', () => {
  expect(monthsOf('days', 31, 31)).toMatchObject({ num: 31n, den: 30n })
})

test('of parts add up to those of the stretch, exactly', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('months' as const, 'days' as const),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }),
      (basis, parts) => {
        const total = parts.reduce((sum, days) => sum + days, 0)
        const { num, den } = monthsOf(basis, total, total)
        const added = parts
          .map((days) => monthsOf(basis, days, total))
          .reduce((sum, part) => {
            expect(part.den).toBe(den)
            return sum + part.num
          }, 0n)
        expect(added).toBe(num)
      },
    ),
  )
})

test('are told in words', () => {
  expect(monthsWords(monthsOf('months', 30, 30))).toBe('1 month')
  expect(monthsWords(monthsOf('months', 90, 90))).toBe('3 months')
  expect(monthsWords(monthsOf('months', 14, 90))).toBe('14/90 × 3 months')
  expect(monthsWords(monthsOf('months', 45, 45))).toBe('12 × 45/365 months')
  expect(monthsWords(monthsOf('days', 31, 31))).toBe('31/30 months')
  expect(monthsWords(monthsOf('days', 30, 61))).toBe('1 month')
})
