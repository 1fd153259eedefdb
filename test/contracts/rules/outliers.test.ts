import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type JudgedReading, outliers } from '../../../contracts/rules/outliers.ts'
import { dayNumber, watt, wh } from '../../../contracts/rules/units.ts'
import '../../seeds.ts'

/** Readings of 30 days each, of so many kWh, recorded on the day they end. */
const monthly = (
  kWh: readonly number[],
  change: Partial<JudgedReading> = {},
): readonly JudgedReading[] =>
  kWh.map((units, i) => ({
    seq: i + 1,
    isEstimated: false,
    wh: wh(BigInt(units) * 1000n),
    start: dayNumber(20_000 + 30 * i),
    end: dayNumber(20_030 + 30 * i),
    rollover: false,
    recorded: dayNumber(20_030 + 30 * i),
    terms: { load: watt(2_000n), isSession: false },
    ...change,
  }))

const found = (readings: readonly JudgedReading[]) =>
  outliers(readings).map(({ seq, rule, measured, expected }) => [seq, rule, measured, expected])

describe('units per day beside the median of the last six bills', () => {
  test('stand out above three times as much, and below a third', () => {
    expect(found(monthly([90, 90, 90, 270, 271]))).toEqual([[5, 'high', 9_033n, 3_000n]])
    expect(found(monthly([90, 90, 90, 30, 29]))).toEqual([[5, 'low', 966n, 3_000n]])
  })

  test('are not judged by fewer than three bills', () => {
    expect(found(monthly([90, 90, 900]))).toEqual([])
  })

  test('are judged by the newest six, of which one odd one does not move the median', () => {
    expect(found(monthly([90, 90, 90, 900, 90, 90, 90, 90]))).toEqual([
      [4, 'high', 30_000n, 3_000n],
    ])
    // Once all six are of the new height, so is what is usual.
    const moved = [90, 90, 90, ...Array<number>(6).fill(300), 90]
    expect(found(monthly(moved)).at(-1)).toEqual([10, 'low', 3_000n, 10_000n])
  })

  test('are judged by real readings alone', () => {
    const estimates = monthly([90, 90, 90, 90], { isEstimated: true })
    expect(
      found([...estimates, ...monthly([900])].map((each, i) => ({ ...each, seq: i }))),
    ).toEqual([])
  })

  test('say nothing below 1 kWh a day, nor of charging sessions', () => {
    expect(found(monthly([3, 3, 3, 29, 1]))).toEqual([])
    const sessions = { terms: { load: watt(60_000n), isSession: true } }
    expect(found(monthly([90, 90, 90, 900], sessions))).toEqual([])
  })
})

test('no units in 20 days or more stand out, and how often in a row', () => {
  expect(found(monthly([90, 0, 0, 90, 0]))).toEqual([
    [2, 'zero', 1n, 30n],
    [3, 'zero', 2n, 30n],
    [4, 'high', 3_000n, 0n],
    [5, 'zero', 1n, 30n],
  ])
  expect(found(monthly([0], { end: dayNumber(20_019), recorded: dayNumber(20_019) }))).toEqual([])
})

test('more than the sanctioned load could use day and night stands out', () => {
  // 2 kW × 24 h × 31 days.
  expect(found(monthly([1_488]))).toEqual([])
  expect(found(monthly([1_489]))).toEqual([[1, 'jump', 1_489_000n, 1_488_000n]])
  expect(found(monthly([9_999], { terms: null }))).toEqual([])
})

test('a register that rolled over stands out', () => {
  expect(found(monthly([90], { rollover: true }))).toEqual([[1, 'rollover', 90_000n, 0n]])
})

test('what was recorded more than seven days after its last day stands out, estimates too', () => {
  const recorded = (day: number) => monthly([90], { isEstimated: true, recorded: dayNumber(day) })
  expect(found(recorded(20_037))).toEqual([])
  expect(found(recorded(20_038))).toEqual([[1, 'late', 8n, 7n]])
})

test('a reading is judged by those before it alone: later ones change nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 3_000 }), { maxLength: 20 }),
      fc.array(fc.nat({ max: 3_000 }), { maxLength: 5 }),
      (before, after) => {
        const whole = outliers(monthly([...before, ...after]))
        const some = outliers(monthly(before))
        expect(whole.slice(0, some.length)).toEqual(some)
        expect(whole.slice(some.length).every(({ seq }) => seq > before.length)).toBe(true)
      },
    ),
  )
})
