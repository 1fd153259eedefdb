import { formatKWh } from '../../contracts/rules/energy.ts'
import type { Slab, Tariff } from '../../contracts/rules/tariff.ts'
import { wh } from '../../contracts/rules/units.ts'

/** A slab of a tariff by its place: first 120 kWh, next 120 kWh, the rest; every kWh where there is only one. */
export const slabWords = ({ slabs }: Tariff, slab: Slab): string => {
  const place = slabs.indexOf(slab)
  if (slabs.length === 1) return 'every kWh'
  if (slab.upTo === null) return 'the rest'
  const below = slabs[place - 1]?.upTo ?? wh(0n)
  return `${place === 0 ? 'first' : 'next'} ${formatKWh(wh(slab.upTo - below))} kWh a month`
}

/** To what a bill is rounded: paise or whole rupees, the only two that the ledger takes. */
export const roundingWords = (unit: bigint): string =>
  unit === 1n ? 'to a paisa' : 'to whole rupees'

/** How a tariff counts days as months. */
export const basisWords = ({ basis }: Tariff): string =>
  basis === 'months' ? 'months as agreed; an uneven number of days as 12 × days / 365' : 'days / 30'
