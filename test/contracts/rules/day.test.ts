import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayInIndia,
  dayWords,
  formatDay,
  NotADay,
  parseDay,
  periodWords,
  startOfDay,
} from '../../../contracts/rules/day.ts'
import { dayNumber } from '../../../contracts/rules/units.ts'

const anyDay = fc.integer({ min: 0, max: 2_932_896 }).map(dayNumber)

describe('a day', () => {
  test('is written as the calendar has it, for every day to the year 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
        expect(formatDay(day)).toBe(text)
        expect(parseDay(text)).toBe(day)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each(['1970-01-01', '2000-02-29', '2024-02-29', '2100-02-28', '2026-12-31', '9999-12-31'])(
    '%s is read and written the same',
    (text) => {
      expect(formatDay(parseDay(text))).toBe(text)
    },
  )

  test.each(['2026-02-29', '2100-02-29', '2026-13-01', '2026-04-31', '2026-00-10', '2026-1-1', ''])(
    '%j is refused',
    (text) => {
      expect(() => parseDay(text)).toThrow(NotADay)
    },
  )

  test('as far as the ledger counts can still be written', () => {
    expect(formatDay(dayNumber(2 ** 32 - 1))).toBe('11761191-01-20')
  })

  test('begins in India at 18:30 UTC of the day before', () => {
    const midnight = Date.UTC(2026, 8, 30, 18, 30) / 1_000
    expect(formatDay(dayInIndia(midnight))).toBe('2026-10-01')
    expect(formatDay(dayInIndia(midnight - 1))).toBe('2026-09-30')
    expect(startOfDay(parseDay('2026-10-01'))).toBe(midnight)
  })
})

describe('in words', () => {
  const words = (start: string, end: string) => periodWords(parseDay(start), parseDay(end))

  test('a day has no leading zero', () => {
    expect(dayWords(parseDay('2026-10-01'))).toBe('1 Oct 2026')
  })

  test('a period counts its last day in', () => {
    expect(words('2026-09-01', '2026-10-01')).toBe('1 Sep to 30 Sep 2026 (30 days)')
    expect(words('2026-12-15', '2027-01-15')).toBe('15 Dec 2026 to 14 Jan 2027 (31 days)')
    expect(words('2026-12-01', '2027-01-01')).toBe('1 Dec to 31 Dec 2026 (31 days)')
    expect(words('2026-09-01', '2026-09-02')).toBe('1 Sep 2026 (1 day)')
    expect(words('2026-09-01', '2026-09-01')).toBe('1 Sep 2026')
  })
})
