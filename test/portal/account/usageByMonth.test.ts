import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthOfDay, parseDay } from '../../../contracts/rules/day.ts'
import { dayNumber, paise, wh } from '../../../contracts/rules/units.ts'
import type { Measured } from '../../../portal/account/measured.ts'
import { usageByMonth } from '../../../portal/account/usageByMonth.ts'

const stretch = (
  start: string,
  end: string,
  kWh: number,
  more: Partial<Measured> = {},
): Measured => ({
  start: parseDay(start),
  end: parseDay(end),
  wh: wh(BigInt(kWh) * 1000n),
  gross: paise(0n),
  kind: 0,
  isCorrected: false,
  bills: [1],
  ...more,
})
const home = { isStation: false }

test('a month that is read from its first to its last day is what the reading says', () => {
  expect(usageByMonth([stretch('2026-04-01', '2026-05-01', 231)], home)).toEqual([
    {
      month: monthOfDay(parseDay('2026-04-01')),
      wh: 231_000n,
      days: 30,
      basis: 'read',
      bills: [1],
    },
  ])
})

test('a reading over three months is shared by days, and says so; one that was estimated says that', () => {
  const quarter = stretch('2026-01-01', '2026-04-01', 900)
  const shares = usageByMonth([quarter], home)
  expect(shares.map((each) => [each.wh, each.days, each.basis])).toEqual([
    [310_000n, 31, 'shared'],
    [280_000n, 28, 'shared'],
    [310_000n, 31, 'shared'],
  ])
  const [, , , april] = usageByMonth(
    [quarter, stretch('2026-04-01', '2026-05-01', 250, { kind: 2, bills: [2] })],
    home,
  )
  expect(april).toMatchObject({ wh: 250_000n, basis: 'estimated', bills: [2] })
})

test('a month that two readings share has both, and the weaker word of the two', () => {
  const months = usageByMonth(
    [
      stretch('2026-01-11', '2026-02-10', 300),
      stretch('2026-02-10', '2026-04-11', 600, { bills: [2] }),
    ],
    home,
  )
  expect(months.map((each) => [each.days, each.basis, each.bills])).toEqual([
    [21, 'read', [1]],
    [28, 'shared', [1, 2]],
    [31, 'shared', [2]],
    [10, 'shared', [2]],
  ])
})

test('sessions count in the month of their reading, months without any as nothing', () => {
  const months = usageByMonth(
    [stretch('2026-01-01', '2026-01-31', 20), stretch('2026-01-31', '2026-03-02', 30)],
    { isStation: true },
  )
  expect(months.map((each) => each.wh)).toEqual([20_000n, 0n, 30_000n])
})

test('no unit is lost or made, however readings fall on months', () => {
  const anyDays = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(anyDays, fc.bigInt({ min: 0n, max: 10n ** 9n }), (lengths, used) => {
      let start = 20_500
      const stretches = lengths.map((days) => {
        const each = { ...stretch('2026-01-01', '2026-02-01', 0), wh: wh(used) }
        start += days
        return { ...each, start: dayNumber(start - days), end: dayNumber(start) }
      })
      const sum = usageByMonth(stretches, home).reduce((total, each) => total + each.wh, 0n)
      expect(sum).toBe(used * BigInt(lengths.length))
    }),
  )
})
