import fc from 'fast-check'
import type { Slab, Tariff } from '../../../contracts/rules/tariff.ts'
import {
  dayNumber,
  paise,
  perUnit,
  watt,
  wh,
  type Watt,
  type Wh,
} from '../../../contracts/rules/units.ts'

const UINT32 = 2n ** 32n - 1n
const UINT64 = 2n ** 64n - 1n

/** Values as bills have them, often; and any that the type can hold, its ends too. */
const mostly = (usual: bigint, max: bigint, min = 0n): fc.Arbitrary<bigint> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.bigInt({ min: min < 0n ? -usual : min, max: usual }) },
    { weight: 1, arbitrary: fc.bigInt({ min, max }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max, min + 1n, max - 1n) },
  )

const anySlab = fc
  .record({
    rate: mostly(1_500_000n, UINT32),
    fuel: mostly(100_000n, 2n ** 31n - 1n, -(2n ** 31n)),
    subsidy: mostly(200_000n, UINT32),
  })
  .map(({ rate, fuel, subsidy }) => ({
    rate: perUnit(rate),
    fuel: perUnit(fuel),
    subsidy: perUnit(subsidy < rate ? subsidy : rate),
  }))

/** 1 to 8 slabs, limits rising. */
const anySlabs: fc.Arbitrary<Slab[]> = fc
  .array(fc.tuple(mostly(400_000n, UINT64 - 1n, 1n), anySlab), { minLength: 1, maxLength: 8 })
  .map((slabs) => {
    const limits = [...new Set(slabs.map(([limit]) => limit))].sort((a, b) => (a < b ? -1 : 1))
    return limits.map((limit, i) => ({
      upTo: i === limits.length - 1 ? null : wh(limit),
      ...(slabs[i]?.[1] ?? { rate: perUnit(0n), fuel: perUnit(0n), subsidy: perUnit(0n) }),
    }))
  })

/** Any tariff that the contract takes. */
export const anyTariff: fc.Arbitrary<Tariff> = fc
  .record({
    tariff: fc.nat({ max: 2 ** 32 - 1 }),
    category: fc.integer({ min: 1, max: 65_535 }),
    effectiveFrom: fc.integer({ min: 1, max: 2 ** 32 - 1 }).map(dayNumber),
    basis: fc.constantFrom('months' as const, 'days' as const),
    slabs: anySlabs,
    fixedPerKW: mostly(20_000n, UINT32).map(paise),
    fixedPerConnection: mostly(20_000n, UINT32).map(paise),
    dutyRate: fc.oneof(fc.nat({ max: 4_000 }), fc.nat({ max: 65_535 })),
    dutyBase: fc.nat({ max: 15 }),
    dutyPerUnit: mostly(50_000n, UINT32).map(perUnit),
    roundTo: fc.constantFrom(1n, 100n).map(paise),
    orderHash: fc.constant(`0x${'ab'.repeat(32)}` as const),
  })
  .map((tariff) => ({ ...tariff, dutyBase: tariff.dutyRate === 0 ? 0 : tariff.dutyBase }))

export const anyLoad: fc.Arbitrary<Watt> = mostly(50_000n, UINT32, 1n).map(watt)
/** Load of a bill that could be printed. */
export const someLoad: fc.Arbitrary<Watt> = fc.bigInt({ min: 1n, max: 10n ** 6n }).map(watt)
export const anyEnergy: fc.Arbitrary<Wh> = mostly(2_000_000n, UINT64).map(wh)
/** Energy of a bill that could be printed: sums of money with it fit their types. */
export const someEnergy: fc.Arbitrary<Wh> = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(wh)
export const anyDays: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 400 }),
  fc.constantFrom(27, 28, 30, 31, 59, 60, 61, 89, 90, 91, 92, 181, 184, 360, 365, 366, 370),
  fc.integer({ min: 1, max: 20_000 }),
)
