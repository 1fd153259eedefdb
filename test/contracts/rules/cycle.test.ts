import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earliestEnd, firstEndAllowed } from '../../../contracts/rules/cycle.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import { type DayNumber, dayNumber, watt } from '../../../contracts/rules/units.ts'

const terms = (firstDay: number, cycle: number): Terms => ({
  category: 1,
  load: watt(1_000n),
  cycle,
  instalments: 1,
  daysToPay: 15,
  firstDay: dayNumber(firstDay),
  consumerKey: `0x${'11'.repeat(20)}`,
})
const earliest = (list: readonly Terms[], chargedTo: number, end: number) =>
  earliestEnd(list, dayNumber(chargedTo), dayNumber(end))

describe('a monthly cycle from day 1000', () => {
  const monthly = [terms(1_000, 1)]

  test.each([
    [1_000, 1_025],
    [1_024, 1_025],
    [1_025, 1_055],
    [1_030, 1_055],
    [1_054, 1_055],
    [1_055, 1_086],
    [1_100, 1_116],
  ])('charged to %i, the next bill ends on %i at the earliest', (chargedTo, day) => {
    expect(earliest(monthly, chargedTo, chargedTo + 1)).toBe(day)
    expect(firstEndAllowed(monthly, dayNumber(chargedTo))).toBe(day)
  })
})

test('the agreed ends of a year are twelfths of 365 days', () => {
  const ends: number[] = []
  let chargedTo: DayNumber = dayNumber(0)
  for (let i = 0; i < 12; i++) {
    const first: number = firstEndAllowed([terms(0, 1)], chargedTo)
    ends.push(first + 5)
    chargedTo = dayNumber(first + 5)
  }
  expect(ends).toEqual([30, 60, 91, 121, 152, 182, 212, 243, 273, 304, 334, 365])
})

test('sessions have no cycle', () => {
  expect(earliest([terms(1_000, 0)], 1_000, 1_000)).toBeNull()
  expect(firstEndAllowed([terms(1_000, 0)], dayNumber(1_010))).toBe(1_010)
})

describe('terms that change the cycle', () => {
  const changed = [terms(1_000, 3), terms(1_040, 1)]

  test('let one bill end exactly at their first day', () => {
    expect(earliest(changed, 1_000, 1_040)).toBeNull()
    expect(earliest(changed, 1_000, 1_039)).toBe(1_086)
    expect(firstEndAllowed(changed, dayNumber(1_000))).toBe(1_040)
  })

  test('count the cycle anew from there', () => {
    expect(earliest(changed, 1_040, 1_060)).toBe(1_065)
    expect(firstEndAllowed(changed, dayNumber(1_040))).toBe(1_065)
  })

  test('let one more session end on the last day of a row of sessions', () => {
    const toMonths = [terms(1_001, 0), terms(1_009, 6)]
    expect(earliest(toMonths, 1_009, 1_009)).toBeNull()
    expect(firstEndAllowed(toMonths, dayNumber(1_009))).toBe(1_009)
    expect(firstEndAllowed(toMonths, dayNumber(1_010))).toBe(1_186)
  })

  test('but terms with the same cycle go on counting', () => {
    const same = [terms(1_000, 3), terms(1_040, 3)]
    expect(earliest(same, 1_000, 1_040)).toBe(1_086)
    expect(earliest(same, 1_000, 1_060)).toBe(1_086)
  })
})

const anyTerms = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, 1, 3, 6, 12)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => {
    let day = 1_000
    return list.map(([gap, cycle]) => terms((day += gap), cycle))
  })

test('the first end allowed is the first that the rule does not refuse', () => {
  fc.assert(
    fc.property(anyTerms, fc.nat(900), (list, later) => {
      const chargedTo = dayNumber((list[0]?.firstDay ?? 0) + later)
      const isAllowed = (end: number): boolean => {
        const cycle = list.findLast(({ firstDay }) => firstDay <= end - 1)?.cycle
        if (cycle === undefined || end < chargedTo) return false
        if (cycle !== 0 && end === chargedTo) return false
        const day = earliest(list, chargedTo, end)
        return day === null || end >= day
      }
      let end: number = chargedTo
      while (!isAllowed(end)) end++
      expect(firstEndAllowed(list, chargedTo)).toBe(end)
    }),
  )
})
