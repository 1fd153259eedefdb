import type { Hex } from '../events/hex.ts'
import type { FieldsOf } from '../events/readers.ts'
import type { Basis } from './months.ts'
import { type DayNumber, type Paise, type PerUnit, perUnit, wh, type Wh } from './units.ts'

/** One step of a tariff. */
export interface Slab {
  /** Upper limit, Wh a month, cumulative; null in the last slab. */
  readonly upTo: Wh | null
  readonly rate: PerUnit
  /** Fuel adjustment; may be negative. */
  readonly fuel: PerUnit
  readonly subsidy: PerUnit
}

/** What a category pays from a day on, until its next tariff. */
export interface Tariff {
  /** Id: 1, 2, 3 … over all categories. */
  readonly tariff: number
  readonly category: number
  readonly effectiveFrom: DayNumber
  readonly basis: Basis
  /** 1 to 8, limits rising. */
  readonly slabs: readonly Slab[]
  /** Paise per kW of load a month. */
  readonly fixedPerKW: Paise
  /** Paise per connection a month. */
  readonly fixedPerConnection: Paise
  /** Basis points of the base. */
  readonly dutyRate: number
  /** Mask of the base's components, as `dutyComponents` reads it. */
  readonly dutyBase: number
  readonly dutyPerUnit: PerUnit
  /** Bills are whole multiples of this: 1 or 100 paise. */
  readonly roundTo: Paise
  /** Hash of the tariff order's document. */
  readonly orderHash: Hex
}

/** The components that a duty may be a percentage of, with their bit; the subsidy is deducted. */
export const dutyBits = { energy: 1, fixed: 2, fuel: 4, subsidy: 8 } as const
export type DutyComponent = keyof typeof dutyBits
const components = Object.keys(dutyBits) as DutyComponent[]

/** The components that the mask `dutyBase` names. */
export const dutyComponents = (dutyBase: number): DutyComponent[] =>
  components.filter((component) => (dutyBase & dutyBits[component]) !== 0)

/** The mask that names these components. */
export const dutyBaseOf = (named: Iterable<DutyComponent>): number =>
  [...new Set(named)].reduce((mask, component) => mask | dutyBits[component], 0)

/** The limit that stands in an event for "without limit". */
const NO_LIMIT = wh(2n ** 64n - 1n)
const MOST_SLABS = 8
const places = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** The tariff that a `RateSet` event tells. */
export const tariffOfRate = (rate: FieldsOf<'RateSet'>): Tariff => ({
  tariff: rate.tariff,
  category: rate.category,
  effectiveFrom: rate.effectiveFrom,
  basis: rate.basis === 0 ? 'months' : 'days',
  slabs: places.slice(0, rate.slabCount).map((place) => ({
    upTo: place === rate.slabCount ? null : rate[`slab${place}UpTo`],
    rate: rate[`slab${place}Rate`],
    fuel: rate[`slab${place}Fuel`],
    subsidy: rate[`slab${place}Subsidy`],
  })),
  fixedPerKW: rate.fixedPerKW,
  fixedPerConnection: rate.fixedPerConnection,
  dutyRate: rate.dutyRate,
  dutyBase: rate.dutyBase,
  dutyPerUnit: rate.dutyPerUnit,
  roundTo: rate.roundTo,
  orderHash: rate.orderHash,
})

/** The words of `setRate` and of its `RateSet` event for a tariff. Throws `TariffNotRepresentable` for over 8 slabs. */
export const rateOfTariff = (tariff: Tariff): FieldsOf<'RateSet'> => {
  const { slabs, basis, ...rest } = tariff
  if (slabs.length === 0 || slabs.length > MOST_SLABS)
    throw new TariffNotRepresentable(slabs.length)
  const words = places.flatMap((place) => {
    const slab = slabs[place - 1]
    return [
      [`slab${place}UpTo`, slab === undefined ? wh(0n) : (slab.upTo ?? NO_LIMIT)],
      [`slab${place}Rate`, slab?.rate ?? perUnit(0n)],
      [`slab${place}Fuel`, slab?.fuel ?? perUnit(0n)],
      [`slab${place}Subsidy`, slab?.subsidy ?? perUnit(0n)],
    ]
  })
  return {
    ...rest,
    basis: basis === 'months' ? 0 : 1,
    slabCount: slabs.length,
    ...Object.fromEntries(words),
  }
}

/** The tariff that prices a category on a day: of those in its list the last that has begun. Withdrawn ones are left out. */
export const tariffOn = (
  tariffs: readonly Tariff[],
  category: number,
  day: DayNumber,
): Tariff | undefined =>
  tariffs.reduce<Tariff | undefined>(
    (found, each) =>
      each.category === category &&
      each.effectiveFrom <= day &&
      (found === undefined || each.effectiveFrom > found.effectiveFrom)
        ? each
        : found,
    undefined,
  )

export class TariffNotRepresentable extends Error {
  override readonly name = 'TariffNotRepresentable'
  readonly slabs: number
  constructor(slabs: number) {
    super(`A tariff has 1 to ${MOST_SLABS} slabs, this one has ${slabs}: join slabs or split it.`)
    this.slabs = slabs
  }
}
