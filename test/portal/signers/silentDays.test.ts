import { expect, test } from 'vitest'
import { type DayNumber, dayNumber } from '../../../contracts/rules/units.ts'
import { silentDaysIn } from '../../../portal/signers/silentDays.ts'

const [a, b, c] = ['0xaa', '0xbb', '0xcc'] as const

/** Who sealed on which day: a letter a signer, `-` for a day of nobody. */
const days = (...sealers: string[]): { day: DayNumber; sealer: `0x${string}` }[] =>
  sealers.flatMap((letters, i) =>
    letters
      .replace('-', '')
      .split('')
      .map((letter) => ({
        day: dayNumber(100 + i),
        sealer: `0x${letter}${letter}` as const,
      })),
  )

test('a signer’s silence is the longest stretch of days on which only others sealed', () => {
  const found = silentDaysIn(days('ab', 'b', 'ab', 'b', 'b', 'a'), [a, b])
  expect(found.get(a)).toEqual({ first: 103, last: 104, days: 2 })
  expect(found.get(b)).toEqual({ first: 105, last: 105, days: 1 })
})

test('of two equally long the newest is told, in whatever order the days come', () => {
  const sealed = days('ab', 'b', 'ab', 'b', 'ab').toReversed()
  expect(silentDaysIn(sealed, [a]).get(a)).toEqual({ first: 103, last: 103, days: 1 })
})

test('a day on which nobody sealed neither counts nor breaks it', () => {
  expect(silentDaysIn(days('ab', 'b', '-', 'b', 'ab'), [a]).get(a)).toEqual({
    first: 101,
    last: 103,
    days: 2,
  })
})

test('one that never sealed is silent since the first day, one that always did has none', () => {
  const found = silentDaysIn(days('a', 'a'), [a, c])
  expect(found.get(c)).toEqual({ first: 100, last: 101, days: 2 })
  expect(found.has(a)).toBe(false)
})
