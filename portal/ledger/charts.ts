import { formatDay, monthOfDay, startOfMonth } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import { language } from '../language/spoken.ts'
import type { Markup } from '../markup.ts'
import { barChart, type BarChart } from '../show/chart/barChart.ts'
import { count } from '../show/count.ts'
import { dayName } from '../words/dayName.ts'
import { amongWords, perCent, tenthsOf } from '../words/list.ts'
import { monthWords, shortMonth } from '../words/month.ts'
import { plain } from '../words/t.ts'
import type { Column } from './columns.ts'
import type { Trend } from './trend.ts'

/** A per cent, in tenths of it: the least that a line across stands for. */
const PER_CENT = 10n

type Size = NonNullable<BarChart['size']>

/**
 * A rate as bars, the oldest first, or the number itself where a rate says nothing. Drawn once in each language, since the
 * year's trend is that of all who ask for the ledger meanwhile.
 */
export const trendChart = (trend: Trend, column: Column, size: Size): Markup => {
  const known = drawn.get(trend) ?? new Map<string, Markup>()
  drawn.set(trend, known)
  const key = [language(), column.kind, column.among, column.name, size].join('/')
  const chart = known.get(key) ?? draw(trend, column, size)
  known.set(key, chart)
  return chart
}

const drawn = new WeakMap<Trend, Map<string, Markup>>()

const draw = (trend: Trend, column: Column, size: Size): Markup => {
  const { kind, name } = column
  const isRate = saysRate(trend, column)
  const points = pointsOf(trend, (stretch) => {
    const [part, whole] = counted(stretch, column)
    if (!isRate) return BigInt(part)
    return whole === 0 ? 0n : tenthsOf(part, whole)
  })
  return barChart({
    id: `trend-${kind}`,
    title: plain('ledger.chart', {
      name,
      unit: trend.unit,
      rate: isRate ? 'yes' : 'no',
      among: column.among === null ? '' : amongWords(column.among),
    }),
    described: describe(trend.unit, points, isRate ? perCent : count),
    groups: points.map(({ value, ...labels }) => ({
      ...labels,
      bars: [{ value, fill: 'solid' as const }],
    })),
    unit: isRate ? PER_CENT : 1n,
    tick: isRate ? (tenths) => `${tenths / PER_CENT}%` : count,
    size,
  })
}

/**
 * Whether a rate tells something: of months, in each of which there is something to count among. Bills are issued on some
 * days, and adjusted on others.
 */
export const saysRate = ({ unit, stretches }: Trend, column: Column): boolean =>
  unit === 'month' &&
  column.among !== null &&
  stretches.every((stretch) => {
    const [part, whole] = counted(stretch, column)
    return part === 0 || whole > 0
  })

const counted = (
  { entries }: Trend['stretches'][number],
  { kind, among }: Column,
): readonly [part: number, whole: number] => [
  entries.get(kind) ?? 0,
  among === null ? 0 : (entries.get(among) ?? 0),
]

interface Point {
  readonly name: string
  readonly label: string
  readonly more: string
  readonly value: bigint
}

/** Every month or day from the first to the last that has an entry, those without any too. */
const pointsOf = (
  { unit, stretches }: Trend,
  valueOf: (stretch: Trend['stretches'][number]) => bigint,
): Point[] => {
  const keyOf = unit === 'day' ? (day: DayNumber): number => day : monthOfDay
  const values = new Map(stretches.map((each) => [keyOf(each.from), valueOf(each)]))
  const [first, last] = [Math.min(...values.keys()), Math.max(...values.keys())]
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    ...(unit === 'day' ? dayLabels(dayNumber(first + i)) : monthLabels(first + i)),
    value: values.get(first + i) ?? 0n,
  }))
}

const monthLabels = (month: number) => ({
  name: monthWords(month),
  label: shortMonth(month),
  more: formatDay(startOfMonth(month)).slice(0, 4),
})

const dayLabels = (day: DayNumber) => ({
  name: dayName(day),
  label: String(Number(formatDay(day).slice(8))),
  more: shortMonth(monthOfDay(day)),
})

/** All that the bars show: from least to most, where the most is, and the newest. */
const describe = (
  unit: Trend['unit'],
  points: readonly Point[],
  words: (value: bigint) => string,
): string => {
  const ordered = points.toSorted((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
  const [least, most] = [ordered[0], ordered.at(-1)]
  return plain('ledger.chartDescribed', {
    unit,
    first: points[0]?.name ?? '',
    last: points.at(-1)?.name ?? '',
    any: (most?.value ?? 0n) === 0n ? 'no' : 'yes',
    least: words(least?.value ?? 0n),
    most: words(most?.value ?? 0n),
    peak: most?.name ?? '',
    newest: words(points.at(-1)?.value ?? 0n),
  })
}
