import { formatKWh } from '../../contracts/rules/energy.ts'
import type { Slab, Tariff } from '../../contracts/rules/tariff.ts'
import { wh } from '../../contracts/rules/units.ts'
import { plain } from './t.ts'

/** A slab of a tariff by its place: first 120 kWh, next 120 kWh, the rest; every kWh where there is only one. */
export const slabWords = ({ slabs }: Tariff, slab: Slab): string => {
  const place = slabs.indexOf(slab)
  if (slabs.length === 1) return plain('tariffWords.every')
  if (slab.upTo === null) return plain('tariffWords.rest')
  const below = slabs[place - 1]?.upTo ?? wh(0n)
  const limit = formatKWh(wh(slab.upTo - below))
  return plain(place === 0 ? 'tariffWords.first' : 'tariffWords.next', { limit })
}

/** To what a bill is rounded: paise or whole rupees, the only two that the ledger takes. */
export const roundingWords = (unit: bigint): string =>
  plain(unit === 1n ? 'tariffWords.toPaisa' : 'tariffWords.toRupees')

/** How a tariff counts days as months. */
export const basisWords = ({ basis }: Tariff): string =>
  plain(basis === 'months' ? 'tariffWords.byMonths' : 'tariffWords.byDays')
