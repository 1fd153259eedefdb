import { decimalText } from '../../../contracts/rules/decimal.ts'
import { dutyComponents, type Tariff, tariffOn } from '../../../contracts/rules/tariff.ts'
import type { History } from '../history.ts'
import { columns } from '../output.ts'
import { formatDay, formatKwh, formatRate, formatRupees } from '../quantities.ts'
import { provenBy, type Shown } from './shown.ts'

/** A category's tariffs, and which of them is in force today. */
export function showRate(category: number, tariffs: readonly Tariff[], history: History): Shown {
  const today = history.block.day
  const inForce = tariffOn(tariffs, category, today)
  return {
    json: {
      category,
      today: formatDay(today),
      inForce: inForce?.tariff ?? null,
      tariffs: tariffs.map(tariffJson),
    },
    lines: [
      ...(tariffs.length === 0 ? [`Category ${category} has no tariff yet.`] : []),
      ...tariffs.flatMap((tariff) => [
        `Tariff ${tariff.tariff} of category ${category}, from ${formatDay(tariff.effectiveFrom)}${tariff === inForce ? ', in force today' : ''}`,
        ...components(tariff),
      ]),
      provenBy(history),
    ],
  }
}

function components(tariff: Tariff): string[] {
  const slabs = tariff.slabs.map(({ upTo, rate, fuel, subsidy }) => [
    upTo === null
      ? `  all ${tariff.slabs.length === 1 ? '' : 'further '}units`
      : `  up to ${formatKwh(upTo)} a month`,
    formatRate(rate),
    fuel === 0n ? '' : `fuel ${formatRate(fuel)}`,
    subsidy === 0n ? '' : `subsidy ${formatRate(subsidy)}`,
  ])
  const { fixedPerKW, fixedPerConnection, dutyRate, dutyPerUnit, roundTo } = tariff
  return [
    ...columns(slabs, [false, true, false, false]),
    ...(fixedPerKW === 0n ? [] : [`  fixed ${formatRupees(fixedPerKW)} per kW a month`]),
    ...(fixedPerConnection === 0n ? [] : [`  fixed ${formatRupees(fixedPerConnection)} a month`]),
    ...(dutyRate === 0
      ? []
      : [
          `  duty ${decimalText(BigInt(dutyRate), 2, 0)} % of ${dutyComponents(tariff.dutyBase).join(', ')}`,
        ]),
    ...(dutyPerUnit === 0n ? [] : [`  duty ${formatRate(dutyPerUnit)}`]),
    ...(roundTo === 1n ? [] : [`  bills rounded to ${formatRupees(roundTo)}`]),
  ]
}

function tariffJson(tariff: Tariff): Record<string, unknown> {
  return {
    tariff: tariff.tariff,
    category: tariff.category,
    effectiveFrom: formatDay(tariff.effectiveFrom),
    basis: tariff.basis,
    slabs: tariff.slabs.map(({ upTo, rate, fuel, subsidy }) => ({
      upToWh: upTo,
      rateMilliPaisePerKWh: rate,
      fuelMilliPaisePerKWh: fuel,
      subsidyMilliPaisePerKWh: subsidy,
    })),
    fixedPerKWPaise: tariff.fixedPerKW,
    fixedPerConnectionPaise: tariff.fixedPerConnection,
    dutyRateBasisPoints: tariff.dutyRate,
    dutyBase: tariff.dutyBase,
    dutyMilliPaisePerKWh: tariff.dutyPerUnit,
    roundToPaise: tariff.roundTo,
    orderHash: tariff.orderHash,
  }
}
