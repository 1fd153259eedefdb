import { formatKWh } from '../../contracts/rules/energy.ts'
import { formatRupees } from '../../contracts/rules/money.ts'
import { paise, wh } from '../../contracts/rules/units.ts'
import type { Markup } from '../markup.ts'
import { barChart, type Fill } from '../show/chart/barChart.ts'
import { monthWords, shortMonth } from '../words/month.ts'
import { plain } from '../words/t.ts'
import type { MonthMoney } from './moneyByMonth.ts'
import type { Basis, MonthUsage } from './usageByMonth.ts'

/** How a month's bar is filled by what is known of it. */
export const fills: Readonly<Record<Basis, Fill>> = {
  read: 'solid',
  shared: 'dotted',
  estimated: 'hatched',
}

/** A kWh and a rupee: the least that a line across stands for. */
const KWH = 1_000n
const RUPEE = 100n

/** What was used by month. */
export const usageChart = (months: readonly MonthUsage[]): Markup => {
  const used = months.map((each) => each.wh)
  const [least, most] = [smallest(used), largest(used)]
  return barChart({
    id: 'usage',
    title: plain('chart.usage'),
    described: plain('chart.usageDescribed', {
      months: months.length,
      least: kWh(least),
      most: kWh(most),
      month: monthWords(months.find((each) => each.wh === most)?.month ?? 0),
      estimated: months.filter(({ basis }) => basis === 'estimated').length,
    }),
    groups: months.map((each) => ({
      ...labels(each.month),
      bars: [{ value: each.wh, fill: fills[each.basis] }],
    })),
    unit: KWH,
    tick: (value) => formatKWh(wh(value)),
  })
}

/** What was asked beside what was paid, by month. */
export const moneyChart = (months: readonly MonthMoney[]): Markup =>
  barChart({
    id: 'paid',
    title: plain('chart.money'),
    described: plain('chart.moneyDescribed', {
      months: months.length,
      asked: rupees(sum(months.map(({ asked }) => asked))),
      paid: rupees(sum(months.map(({ paid }) => paid))),
    }),
    groups: months.map(({ month, asked, paid }) => ({
      ...labels(month),
      bars: [
        { value: asked, fill: 'solid' },
        { value: paid, fill: 'hatched' },
      ],
    })),
    unit: RUPEE,
    tick: (value) => rupees(value).replace(/\.00$/, ''),
  })

const labels = (month: number) => ({
  label: shortMonth(month),
  more: String(1970 + Math.floor(month / 12)),
})

const kWh = (value: bigint): string => `${formatKWh(wh(value))} kWh`
const rupees = (value: bigint): string => formatRupees(paise(value))
const sum = (values: readonly bigint[]): bigint => values.reduce((total, each) => total + each, 0n)
const smallest = (values: readonly bigint[]): bigint =>
  values.reduce((least, each) => (each < least ? each : least), values[0] ?? 0n)
const largest = (values: readonly bigint[]): bigint =>
  values.reduce((most, each) => (each > most ? each : most), values[0] ?? 0n)
