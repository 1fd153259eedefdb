import { decimalText } from '../../../contracts/rules/decimal.ts'
import { dutyComponents } from '../../../contracts/rules/tariff.ts'
import type { TariffDraft } from '../../../contracts/rules/tariffFile.ts'
import { formatDay, formatKwh, formatRate, formatRupees } from '../quantities.ts'

/** A tariff's components by name, in words; slabs count from 1. What a tariff doesn't have is left out. */
export function tariffComponents(tariff: TariffDraft): [name: string, words: string][] {
  const { fixedPerKW, fixedPerConnection, dutyRate, dutyBase, dutyPerUnit } = tariff
  return [
    ['category', String(tariff.category)],
    ['first day', formatDay(tariff.effectiveFrom)],
    ['days count as', tariff.basis === 'months' ? 'months of a year' : 'thirtieths of a month'],
    ...present('fixed per kW', fixedPerKW, (sum) => `${formatRupees(sum)} a month`),
    ...present('fixed', fixedPerConnection, (sum) => `${formatRupees(sum)} a month`),
    ...present(
      'duty',
      BigInt(dutyRate),
      (rate) => `${decimalText(rate, 2, 0)} % of ${dutyComponents(dutyBase).join(', ')}`,
    ),
    ...present('duty per unit', dutyPerUnit, formatRate),
    ['bills rounded to', formatRupees(tariff.roundTo)],
    ['order', tariff.orderHash],
    ...tariff.slabs.flatMap(({ upTo, rate, fuel, subsidy }, place): [string, string][] => [
      [`slab ${place + 1} up to`, upTo === null ? 'no limit' : `${formatKwh(upTo)} a month`],
      [`slab ${place + 1} rate`, formatRate(rate)],
      ...present(`slab ${place + 1} fuel`, fuel, formatRate),
      ...present(`slab ${place + 1} subsidy`, subsidy, formatRate),
    ]),
  ]
}

const present = (
  name: string,
  value: bigint,
  inWords: (value: bigint) => string,
): [string, string][] => (value === 0n ? [] : [[name, inWords(value)]])
