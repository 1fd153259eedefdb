import fc from 'fast-check'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import type { Watt } from '../../contracts/rules/units.ts'
import { anyLoad, anyTariff } from './rules/anyTariff.ts'

/**
 * What an account goes through, as choices that a ledger and the rules turn into acts. Whatever they are, both must come
 * to the same bill, or refuse for the same reason; nothing here is made to be allowed.
 */
export interface World {
  /** The first prices the account's category from `lead` days before (below zero: after) its first day. */
  readonly lead: number
  readonly tariffs: readonly {
    readonly tariff: Tariff
    readonly gap: number
    readonly isOther: boolean
  }[]
  readonly terms: readonly {
    readonly load: Watt
    readonly cycle: number
    readonly daysToPay: number
    readonly instalments: number
    readonly gap: number
    readonly isOther: boolean
  }[]
  readonly meter: {
    readonly multiplier: number
    readonly modulus: bigint
    readonly register: bigint
  }
  readonly acts: readonly Act[]
}

export interface Act {
  readonly kind: 'read' | 'estimate' | 'final' | 'replace' | 'revise'
  /** Days after the first on which the cycle lets a bill end; below zero before it. */
  readonly stray: number
  readonly used: bigint
  /** Rarely: says rollover where there was none, or none where there was one. */
  readonly isMistaken: boolean
}

const UINT64 = 2n ** 64n - 1n
const rarely = fc.nat({ max: 19 }).map((each) => each === 0)
const anyGap = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 800 }) },
)

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...(['read', 'read', 'read', 'read', 'estimate', 'estimate', 'replace', 'revise'] as const),
    ...(['read', 'read', 'read', 'read', 'estimate', 'estimate', 'revise', 'final'] as const),
  ),
  stray: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 40 }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 0, -1) },
    { weight: 1, arbitrary: fc.integer({ min: -40, max: 4_000 }) },
  ),
  used: fc.oneof(
    { weight: 6, arbitrary: fc.bigInt({ min: 0n, max: 3_000_000n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: UINT64 }) },
    { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 2n ** 63n, UINT64 - 1n) },
  ),
  isMistaken: rarely,
})

const anyMeter = fc
  .record({
    multiplier: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(1, 1, 1, 2, 20, 400) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 ** 32 - 1 }) },
    ),
    modulus: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(10n ** 7n, 10n ** 9n, 10n ** 11n) },
      { weight: 2, arbitrary: fc.constant(UINT64) },
      { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: UINT64 }) },
    ),
    from: fc.bigInt({ min: 0n, max: UINT64 }),
    isNew: fc.boolean(),
  })
  .map(({ multiplier, modulus, from, isNew }) => ({
    multiplier,
    modulus,
    register: isNew ? 0n : from % modulus,
  }))

/** One slab: what charging sessions need. */
const flat = (tariff: Tariff): Tariff => ({ ...tariff, slabs: tariff.slabs.slice(-1) })

const anyTerms = (cycle: fc.Arbitrary<number>) =>
  fc.array(
    fc.record({
      load: anyLoad,
      cycle,
      daysToPay: fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 65_535 })),
      instalments: fc.integer({ min: 1, max: 12 }),
      gap: anyGap,
      isOther: rarely,
    }),
    { minLength: 1, maxLength: 3 },
  )

/** Worlds of billed accounts, of charging stations, and of accounts that change between the two. */
export const anyWorld: fc.Arbitrary<World> = fc
  .tuple(
    fc.record({
      lead: fc.oneof(
        { weight: 19, arbitrary: fc.nat({ max: 100 }) },
        { weight: 1, arbitrary: fc.integer({ min: -60, max: -1 }) },
      ),
      tariffs: fc.array(fc.record({ tariff: anyTariff, gap: anyGap, isOther: rarely }), {
        minLength: 1,
        maxLength: 5,
      }),
      meter: anyMeter,
      acts: fc.array(anyAct, { minLength: 1, maxLength: 7 }),
    }),
    fc.constantFrom('billed', 'billed', 'billed', 'sessions', 'both'),
    anyTerms(fc.constantFrom(1, 1, 3, 6, 12)),
    anyTerms(fc.constant(0)),
    anyTerms(fc.constantFrom(0, 1, 3)),
  )
  .map(([world, kind, billed, sessions, both]) => ({
    ...world,
    terms: { billed, sessions, both }[kind] ?? billed,
    tariffs: world.tariffs.map(({ tariff, ...each }, i) => ({
      ...each,
      // The other category gets a tariff early, so that terms that move there find one.
      isOther: i === 1 || (each.isOther && i > 0),
      tariff: kind === 'billed' ? tariff : flat(tariff),
    })),
  }))
