import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatKWh, formatRegister, NotEnergy, parseKWh } from '../../../contracts/rules/energy.ts'
import {
  formatRate,
  formatRupees,
  plainRupees,
  NotAnAmount,
  parseRupees,
} from '../../../contracts/rules/money.ts'
import { paise, perUnit, wh } from '../../../contracts/rules/units.ts'

describe('rupees', () => {
  test.each([
    [0n, '₹0.00'],
    [5n, '₹0.05'],
    [250_000n, '₹2,500.00'],
    [99_999n, '₹999.99'],
    [12_345_670n, '₹1,23,456.70'],
    [123_456_789_012n, '₹1,23,45,67,890.12'],
    [-9_000n, '−₹90.00'],
    [2n ** 63n - 1n, '₹92,23,37,20,36,85,47,758.07'],
  ])('%d paise are %s', (amount, text) => {
    expect(formatRupees(paise(amount))).toBe(text)
  })

  test('are read as they are written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (amount) => {
        expect(parseRupees(formatRupees(paise(amount)))).toBe(amount)
      }),
    )
  })

  test.each([
    ['2,000', 200_000n],
    ['2000', 200_000n],
    ['2000.50', 200_050n],
    ['2000.5', 200_050n],
    ['2000.500', 200_050n],
    ['₹ 1,23,456.70', 12_345_670n],
    ['123,456.70', 12_345_670n],
    ['-90', -9_000n],
    ['−₹90.00', -9_000n],
  ])('%j are %d paise', (text, amount) => {
    expect(parseRupees(text)).toBe(amount)
  })

  test.each([
    ['0.005', 'it has a fraction of a paisa'],
    ['2000.001', 'it has a fraction of a paisa'],
    ['', 'it is not a number'],
    ['two', 'it is not a number'],
    ['1e5', 'it is not a number'],
    ['1.2.3', 'it is not a number'],
    ['.5', 'it is not a number'],
    ['5.', 'it is not a number'],
    ['0x10', 'it is not a number'],
    ['$5', 'it is not a number'],
  ])('%j is refused: %s', (text, reason) => {
    expect(() => parseRupees(text)).toThrow(NotAnAmount)
    expect(() => parseRupees(text)).toThrow(reason)
  })

  test('a kWh have two to five decimals', () => {
    expect(formatRate(perUnit(570_000n))).toBe('₹5.70')
    expect(formatRate(perUnit(12_345n))).toBe('₹0.12345')
    expect(formatRate(perUnit(-30_000n))).toBe('−₹0.30')
  })
})

test.each([
  [0n, '0.00'],
  [-5n, '-0.05'],
  [-9_000n, '-90.00'],
  [12_345_670n, '123456.70'],
])('%i paise are %s to a spreadsheet', (amount, text) => {
  expect(plainRupees(amount)).toBe(text)
})

describe('energy', () => {
  test.each([
    [244_000n, '244', '244.000'],
    [31_068n, '31.068', '31.068'],
    [43_674_250n, '43,674.25', '43,674.250'],
    [1n, '0.001', '0.001'],
    [0n, '0', '0.000'],
  ])('%d Wh are %s kWh, and %s on a register', (energy, kWh, register) => {
    expect(formatKWh(wh(energy))).toBe(kWh)
    expect(formatRegister(wh(energy))).toBe(register)
    expect(parseKWh(kWh)).toBe(energy)
    expect(parseKWh(register)).toBe(energy)
  })

  test.each([
    ['0.0005', 'it has a fraction of a watt-hour'],
    ['-5', 'it is below zero'],
    ['500 kWh', 'it is not a number'],
  ])('%j is refused: %s', (text, reason) => {
    expect(() => parseKWh(text)).toThrow(NotEnergy)
    expect(() => parseKWh(text)).toThrow(reason)
  })
})
