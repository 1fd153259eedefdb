import { describe, expect, test } from 'vitest'
import {
  consumption,
  ModulusMissing,
  NoRollover,
  type Reading,
  RegisterBackwards,
  rolloverLimit,
} from '../../../contracts/rules/consumption.ts'
import { OutOfRange } from '../../../contracts/rules/outOfRange.ts'
import { dayNumber, watt, wh } from '../../../contracts/rules/units.ts'

const reading = (change: Partial<Reading>): Reading => ({
  previous: wh(43_430_000n),
  present: wh(43_674_000n),
  multiplier: 1,
  carried: wh(0n),
  rollover: false,
  modulus: null,
  start: dayNumber(20_000),
  end: dayNumber(20_030),
  ...change,
})

describe('consumption', () => {
  test('is what the register went on by', () => {
    expect(consumption(reading({}))).toEqual({
      wh: 244_000n,
      formula: '(43,674.000 − 43,430.000) × 1',
    })
  })

  test('is multiplied by the meter’s factor, and what was carried comes before it', () => {
    expect(consumption(reading({ multiplier: 20, carried: wh(30_500n) }))).toEqual({
      wh: 4_910_500n,
      formula: '30.5 + (43,674.000 − 43,430.000) × 20',
    })
  })

  test('goes round at the modulus where the register rolled over', () => {
    const rolled = reading({
      previous: wh(99_990_000n),
      present: wh(10_000n),
      rollover: true,
      modulus: wh(100_000_000n),
    })
    expect(consumption(rolled)).toEqual({
      wh: 20_000n,
      formula: '(10.000 + 1,00,000.000 − 99,990.000) × 1',
    })
  })

  test('of a register that went back without rollover is refused', () => {
    const back = reading({ present: wh(43_429_999n) })
    expect(() => consumption(back)).toThrow(RegisterBackwards)
    expect(() => consumption(back)).toThrow('Register 43,429.999 is below the previous 43,430.000')
  })

  test('with a rollover that was none is refused', () => {
    const modulus = wh(100_000_000n)
    expect(() => consumption(reading({ rollover: true, modulus }))).toThrow(NoRollover)
    const same = { rollover: true, present: wh(43_430_000n), modulus }
    expect(() => consumption(reading(same))).toThrow(NoRollover)
  })

  test('with a rollover needs the modulus', () => {
    expect(() => consumption(reading({ rollover: true, present: wh(0n) }))).toThrow(ModulusMissing)
  })

  test('that a uint64 can’t hold is refused', () => {
    const huge = reading({ previous: wh(0n), present: wh(2n ** 63n), multiplier: 2 })
    expect(() => consumption(huge)).toThrow(OutOfRange)
  })
})

test('a rollover counts at most what the load can use in the time and a day', () => {
  expect(rolloverLimit(watt(1_000n), 30)).toBe(744_000n)
})
