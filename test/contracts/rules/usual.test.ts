import { describe, expect, test } from 'vitest'
import { estimate, usual } from '../../../contracts/rules/usual.ts'
import { wh } from '../../../contracts/rules/units.ts'

const bill = (kWh: bigint, days: number) => ({ wh: wh(kWh * 1_000n), days })

describe('the usual consumption', () => {
  test('is that of up to the last three real bills, by days', () => {
    const bills = [bill(9_999n, 30), bill(100n, 30), bill(120n, 31), bill(90n, 29)]
    expect(usual(bills, 30)).toBe(103_333n)
    expect(usual(bills.slice(3), 31)).toBe(96_206n)
  })

  test('is unknown without a bill of any days', () => {
    expect(usual([], 30)).toBeNull()
    expect(usual([bill(5n, 0)], 30)).toBeNull()
  })
})

describe('an estimate', () => {
  const input = {
    bills: [bill(90n, 30)],
    days: 30,
    previous: wh(5_000_000n),
    carried: wh(0n),
    multiplier: 1,
    modulus: wh(100_000_000n),
  }

  test('goes on from the previous register by the usual consumption', () => {
    expect(estimate(input)).toEqual({ present: 5_090_000n, rollover: false })
  })

  test('divides by the multiplier and leaves out what was carried', () => {
    expect(estimate({ ...input, multiplier: 7, carried: wh(20_000n) })).toEqual({
      present: 5_010_000n,
      rollover: false,
    })
    expect(estimate({ ...input, carried: wh(90_001n) })?.present).toBe(5_000_000n)
  })

  test('rolls over where the meter would have', () => {
    expect(estimate({ ...input, previous: wh(99_950_000n) })).toEqual({
      present: 40_000n,
      rollover: true,
    })
  })

  test('is none where nothing is known', () => {
    expect(estimate({ ...input, bills: [] })).toBeNull()
  })
})
