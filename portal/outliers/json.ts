import { formatDay } from '../../contracts/rules/day.ts'
import type { OutlierRule } from '../../contracts/rules/outliers.ts'
import type { Json } from '../answer.ts'
import { entryJson } from '../record/entryJson.ts'
import type { OutlierCounts, OutlierLine } from './query.ts'

/** `measured` and `expected` are in the rule's unit: Wh a day (high, low), Wh (jump, rollover), days (late), bills in a row and days (zero). */
export const outliersJson = ({
  rule,
  lines,
  next,
  counts,
}: {
  readonly rule: OutlierRule | null
  readonly lines: readonly OutlierLine[]
  readonly next: string | null
  readonly counts: OutlierCounts
}): Json => ({
  rule,
  outliers: lines.map(({ code, bill, measured, expected, isCorrected, reading }) => ({
    account: code,
    bill,
    measured: String(measured),
    expected: String(expected),
    isCorrected,
    reading: entryJson(reading),
  })),
  all: Object.fromEntries(counts.all),
  months: counts.months.map(({ from, readings, outliers }) => ({
    month: formatDay(from).slice(0, 7),
    readings,
    ...Object.fromEntries(outliers),
  })),
  isBehind: counts.isBehind,
  next,
})
