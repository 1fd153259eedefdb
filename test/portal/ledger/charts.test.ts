import { describe, expect, test } from 'vitest'
import { parseDay } from '../../../contracts/rules/day.ts'
import { trendChart } from '../../../portal/ledger/charts.ts'
import type { Column } from '../../../portal/ledger/columns.ts'
import { speaking } from '../../../portal/language/spoken.ts'
import type { Trend } from '../../../portal/ledger/trend.ts'
import { wordsOf } from '../openPortal.ts'

const estimates: Column = { kind: 'estimated', among: 'reading', label: '', name: 'Estimates' }

/** Of each month or day its estimates and its readings. */
const trend = (
  unit: Trend['unit'],
  counts: readonly [from: string, estimated: number, reading: number][],
): Trend => ({
  unit,
  stretches: counts.map(([from, estimated, reading]) => ({
    from: parseDay(from),
    to: parseDay(from),
    entries: new Map(Object.entries({ estimated, reading })),
  })),
})

const drawn = (chart: { text: string }) => {
  const [, bars = ''] = /<path class="bar"[^>]* d="([^"]*)"/.exec(chart.text) ?? []
  return [...bars.matchAll(/M([\d.]+) ([\d.]+)h[\d.]+v([\d.]+)/g)].map(([, x, y, height]) => ({
    x: Number(x),
    y: Number(y),
    height: Number(height),
  }))
}

describe('the chart of a rate', () => {
  const year = trend('month', [
    ['2026-04-01', 3, 40],
    ['2026-02-01', 0, 38],
    ['2026-01-01', 2, 40],
  ])

  test('draws the oldest month at the left, and a month without entries as a gap', () => {
    const [january, april, ...others] = drawn(trendChart(year, estimates, 'usual'))
    expect(others).toEqual([])
    // 5.0 % and 7.5 %, three months apart.
    expect((april?.height ?? 0) / (january?.height ?? 1)).toBeCloseTo(1.5, 1)
    expect((april?.x ?? 0) - (january?.x ?? 0)).toBeCloseTo(((360 - 54) * 3) / 4, 0)
  })

  test('says all that it shows: from least to most, when the most, and the newest', () => {
    const words = wordsOf(trendChart(year, estimates, 'small').text)
    expect(words).toContain('Estimates in per cent of readings, month by month')
    expect(words).toContain(
      'January 2026 to April 2026: from 0.0% to 7.5%, the most in April 2026; 7.5% in the newest.',
    )
    expect(words).toContain('Jan2026')
  })

  test('is drawn once for all who ask for the same one in the same language', () => {
    const chart = (name = 'Estimates', size: 'usual' | 'small' = 'small') =>
      trendChart(year, { ...estimates, name }, size)
    const inHindi = speaking({ language: 'hi', chosen: null }, () => chart())
    expect(chart()).toBe(chart())
    const others = [inHindi, chart('Readings by hand'), chart('Estimates', 'usual')]
    expect(new Set([chart(), ...others].map(({ text }) => text)).size).toBe(4)
  })

  test('says so where there is none', () => {
    const words = wordsOf(
      trendChart(trend('month', [['2026-01-01', 0, 40]]), estimates, 'small').text,
    )
    expect(words).toContain('January 2026 to January 2026: none.')
  })

  test('of days is of numbers, and names the days', () => {
    const days = trend('day', [
      ['2026-04-03', 1, 10],
      ['2026-03-31', 2, 0],
    ])
    const words = wordsOf(trendChart(days, estimates, 'usual').text)
    expect(words).toContain('Estimates, day by day')
    expect(words).toContain(
      '31 Mar 2026 to 3 Apr 2026: from 0 to 2, the most on 31 Mar 2026; 1 in the newest',
    )
    expect(words).toMatch(/31Mar1Apr23/)
  })

  test('is of numbers too where a month has nothing to count among, rather than say none', () => {
    const words = wordsOf(
      trendChart(trend('month', [['2026-01-01', 2, 0]]), estimates, 'small').text,
    )
    expect(words).toContain('from 2 to 2')
    expect(words).not.toContain('%')
  })

  test('is of numbers where nothing is counted among', () => {
    const bills: Column = { kind: 'bill', among: null, label: '', name: 'Bills' }
    const counted: Trend = {
      unit: 'month',
      stretches: [
        {
          from: parseDay('2026-01-01'),
          to: parseDay('2026-01-31'),
          entries: new Map([['bill', 1234]]),
        },
      ],
    }
    const words = wordsOf(trendChart(counted, bills, 'usual').text)
    expect(words).toContain('Bills, month by month')
    expect(words).toContain('from 1,234 to 1,234')
    expect(words).not.toContain('%')
  })
})
