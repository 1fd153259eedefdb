import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../../contracts/rules/day.ts'
import {
  dutyBaseOf,
  dutyComponents,
  rateOfTariff,
  TariffNotRepresentable,
  tariffOfRate,
  tariffOn,
} from '../../../contracts/rules/tariff.ts'
import {
  parseTariffFile,
  TariffFileRefused,
  tariffFileSchema,
} from '../../../contracts/rules/tariffFile.ts'
import { dayNumber } from '../../../contracts/rules/units.ts'
import { encodeEvent } from '../../../contracts/events/codec.ts'
import published from '../../../contracts/rules/tariffFile.schema.json' with { type: 'json' }
import { anyTariff } from './anyTariff.ts'

describe('a tariff', () => {
  test('goes into a rate’s words and comes back as it was', () => {
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const rate = rateOfTariff(tariff)
        expect(tariffOfRate(rate)).toEqual(tariff)
        expect(encodeEvent('RateSet', rate)).toHaveLength(44 * 32)
      }),
    )
  })

  test('has no limit in its last slab: the largest number stands for that', () => {
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const rate = rateOfTariff(tariff)
        const last = Reflect.get(rate, `slab${tariff.slabs.length}UpTo`)
        expect(last).toBe(2n ** 64n - 1n)
      }),
    )
  })

  test('has 1 to 8 slabs', () => {
    const [tariff] = fc.sample(anyTariff, 1)
    const slabs = Array.from({ length: 9 }, () => tariff?.slabs[0])
    expect(() => rateOfTariff({ ...tariff, slabs } as never)).toThrow(TariffNotRepresentable)
    expect(() => rateOfTariff({ ...tariff, slabs: [] } as never)).toThrow(TariffNotRepresentable)
  })

  test('is in force from its day until the category’s next', () => {
    const [any] = fc.sample(anyTariff, 1)
    const version = (tariff: number, category: number, from: number) =>
      ({ ...any, tariff, category, effectiveFrom: dayNumber(from) }) as NonNullable<typeof any>
    const all = [version(1, 1, 100), version(2, 2, 50), version(3, 1, 200)]
    const on = (category: number, day: number) => tariffOn(all, category, dayNumber(day))?.tariff
    expect([on(1, 99), on(1, 100), on(1, 199), on(1, 200), on(2, 500), on(3, 500)]).toEqual([
      undefined,
      1,
      1,
      3,
      2,
      undefined,
    ])
  })

  test('names the components of its duty by a mask', () => {
    for (let mask = 0; mask < 16; mask++) expect(dutyBaseOf(dutyComponents(mask))).toBe(mask)
    expect(dutyComponents(11)).toEqual(['energy', 'fixed', 'subsidy'])
  })
})

describe('a tariff file', () => {
  const file = {
    name: 'LT-II Domestic A',
    category: 2,
    effectiveFrom: '2023-06-01',
    slabs: [
      { upToKWh: 120, rate: '5.70', fuel: '0.30', subsidy: '0.75' },
      { upToKWh: '240', rate: 7, fuel: 0.3 },
      { upToKWh: null, rate: '7.90', fuel: '-0.30' },
    ],
    fixedPerKW: '70',
    duty: { percent: '2.5', of: ['energy', 'fixed'], perUnit: '0.05' },
    roundTo: '1.00',
    orderHash: `0x${'ab'.repeat(32)}`,
  }

  test('is read into the ledger’s units', () => {
    expect(parseTariffFile(file)).toEqual({
      category: 2,
      effectiveFrom: parseDay('2023-06-01'),
      basis: 'months',
      slabs: [
        { upTo: 120_000n, rate: 570_000n, fuel: 30_000n, subsidy: 75_000n },
        { upTo: 240_000n, rate: 700_000n, fuel: 30_000n, subsidy: 0n },
        { upTo: null, rate: 790_000n, fuel: -30_000n, subsidy: 0n },
      ],
      fixedPerKW: 7_000n,
      fixedPerConnection: 0n,
      dutyRate: 250,
      dutyBase: 3,
      dutyPerUnit: 5_000n,
      roundTo: 100n,
      orderHash: `0x${'ab'.repeat(32)}`,
    })
  })

  test('has a published JSON Schema, which is what the rules say', () => {
    expect(published).toEqual(tariffFileSchema())
    expect(published.required).toEqual(['category', 'effectiveFrom', 'slabs', 'orderHash'])
  })

  const slab = { upToKWh: null, rate: '5' }
  test.each([
    [{ category: 0 }, 'category: '],
    [{ category: 65_536 }, 'category: '],
    [{ effectiveFrom: '2023-02-29' }, 'effectiveFrom: "2023-02-29" is no day'],
    [{ basis: 'weeks' }, 'basis: '],
    [{ slabs: [] }, 'slabs: '],
    [{ slabs: Array.from({ length: 9 }, () => slab) }, 'slabs: '],
    [{ slabs: [{ ...slab, upToKWh: 5 }] }, 'slabs.0.upToKWh: of the last slab is null'],
    [{ slabs: [slab, slab] }, 'slabs.0.upToKWh: is null too early'],
    [
      { slabs: [{ ...slab, upToKWh: 5 }, { ...slab, upToKWh: 5 }, slab] },
      'slabs.1.upToKWh: is not above the limit before it',
    ],
    [{ slabs: [{ ...slab, rate: '5.123456' }] }, 'slabs.0.rate: "5.123456" can\'t be read'],
    [{ slabs: [{ ...slab, rate: '-1' }] }, 'slabs.0.rate: is -1, beyond what the ledger can hold'],
    [{ slabs: [{ ...slab, rate: '42949.67296' }] }, 'slabs.0.rate: is 42949.67296, beyond'],
    [{ slabs: [{ ...slab, subsidy: '6' }] }, 'slabs.0.subsidy: is more than the rate'],
    [{ roundTo: '0.50' }, 'roundTo: is 0.01 or 1'],
    [{ duty: { percent: 5 } }, 'duty.of: names nothing'],
    [{ duty: { percent: 5, of: ['rent'] } }, 'duty.of.0: '],
    [{ orderHash: '0x12' }, 'orderHash: is 0x and 64'],
    [{ fixedPerKw: '70' }, 'fixedPerKw'],
  ])('%j is refused with its place', (change, message) => {
    expect(() => parseTariffFile({ ...file, ...change })).toThrow(TariffFileRefused)
    expect(() => parseTariffFile({ ...file, ...change })).toThrow(message)
  })
})
