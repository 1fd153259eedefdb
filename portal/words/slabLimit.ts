import type { Charge } from '../../contracts/rules/charge.ts'
import { formatKWh } from '../../contracts/rules/energy.ts'
import type { Line } from '../../contracts/rules/line.ts'
import { monthsWords } from '../../contracts/rules/months.ts'
import { wh } from '../../contracts/rules/units.ts'
import { plain } from './t.ts'

/**
 * How a slab's size follows from the tariff's limit for a month, where the part counts as anything but one: "120 × 50/92 ×
 * 3 months", and of a later slab the limit it reaches to, "up to 391.304 = 240 × 50/92 × 3 months". Empty otherwise.
 */
export const slabLimitWords = ({ tariff, slabs, months }: Charge, line: Line): string => {
  if (line.kind !== 'energy' || line.size === null || months.num === months.den) return ''
  const upTo = tariff.slabs[line.slab - 1]?.upTo
  if (upTo === undefined || upTo === null) return ''
  const derived = `${formatKWh(upTo)} × ${monthsWords(months)}`
  if (line.slab === 1) return derived
  const limit = slabs
    .filter(({ number }) => number <= line.slab)
    .reduce((total, { size }) => total + (size ?? 0n), 0n)
  return plain('tariffWords.upTo', { limit: formatKWh(wh(limit)), formula: derived })
}
