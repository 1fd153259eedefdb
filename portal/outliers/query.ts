import { sql } from 'kysely'
import { hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { monthOfDay, startOfMonth } from '../../contracts/rules/day.ts'
import { type OutlierRule, outlierRules } from '../../contracts/rules/outliers.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import type { OutlierRow } from '../../migrations/tables/outlier.ts'
import { type Cursor, cursorText } from '../list/cursor.ts'
import { blocksOf } from '../list/dayBounds.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import { type EntryOf, only } from '../record/entry.ts'
import { isBehind, type Standing, todayOf } from '../record/standing.ts'

const PAGE = 50
/** Months that the trend shows, today's included. */
const MONTHS = 13

/** A reading that stands out, and whether its bill was corrected since. */
export interface OutlierLine extends Pick<OutlierRow, 'rule' | 'bill' | 'measured' | 'expected'> {
  readonly code: string
  readonly reading: EntryOf<'ConsumptionRecorded'>
  readonly isCorrected: boolean
}

/** Whose readings are listed: by which rule, recorded on which days; undefined is no limit. */
export interface OutlierFilter {
  readonly rule: OutlierRule
  readonly from: DayNumber | undefined
  readonly to: DayNumber | undefined
}

/** Those that the filter lets through, newest first. */
export const readOutliers = async (
  db: Ledger,
  { rule, ...period }: OutlierFilter,
  before: Cursor | null,
  limit = PAGE,
): Promise<{ readonly lines: readonly OutlierLine[]; readonly next: string | null }> => {
  const blocks = await blocksOf(db, period)
  if (blocks === null) return { lines: [], next: null }
  const { first, next } = blocks
  let query = db
    .selectFrom('outlier')
    .selectAll()
    .where('rule', '=', rule)
    .orderBy('block_number', 'desc')
    .orderBy('log_index', 'desc')
    .limit(limit + 1)
  if (first !== undefined) query = query.where('block_number', '>=', first)
  if (next !== undefined && before === null) query = query.where('block_number', '<', next)
  if (before !== null)
    query = query.where((eb) =>
      eb(eb.refTuple('block_number', 'log_index'), '<', eb.tuple(before.block, before.logIndex)),
    )
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const entries = await entriesByKey(
    db,
    shown.map(({ account, seq }) => ({ account, seq, kind: 'reading' })),
  )
  const readings = new Map(
    only(entries, 'ConsumptionRecorded').map((each) => [`${each.account}/${each.seq}`, each]),
  )
  const corrected = await correctedAmong(db, shown)
  return {
    lines: shown.flatMap(({ account, seq, ...row }) => {
      const id = hexOf(account)
      const reading = readings.get(`${id}/${seq}`)
      const isCorrected = corrected.has(`${id}/${row.bill}`)
      return reading === undefined ? [] : [{ ...row, code: codeOf(id), reading, isCorrected }]
    }),
    next:
      rows.length > limit && last !== undefined
        ? cursorText({ block: last.block_number, logIndex: last.log_index })
        : null,
  }
}

/** Which bills of these rows have a correction. */
const correctedAmong = async (
  db: Ledger,
  rows: readonly OutlierRow[],
): Promise<ReadonlySet<string>> => {
  if (rows.length === 0) return new Set()
  const accounts = rows.map(({ account }) => account)
  const found = await db
    .selectFrom('revision')
    .select(['account', 'bill'])
    .where('account', 'in', accounts)
    .execute()
  return new Set(found.map(({ account, bill }) => `${hexOf(account)}/${bill}`))
}

/** How many readings of a month stand out, and how many were recorded in it. */
export interface OutlierMonth {
  readonly from: DayNumber
  readonly readings: number
  readonly outliers: ReadonlyMap<OutlierRule, number>
}

export interface OutlierCounts {
  readonly all: ReadonlyMap<OutlierRule, number>
  /** Newest first. */
  readonly months: readonly OutlierMonth[]
  /** Whether accounts have new readings that were not looked at yet. */
  readonly isBehind: boolean
}

/** Counts by rule, ever and by month: from the days' totals. */
export const countOutliers = async (
  db: Ledger,
  standing: Standing | null,
): Promise<OutlierCounts> => {
  const today = todayOf(standing)
  const ever = await db
    .selectFrom('outlier_total')
    .select(({ fn }) => ['rule', fn.sum<bigint>('outliers').as('outliers')])
    .groupBy('rule')
    .execute()
  const first = startOfMonth(Math.max(0, monthOfDay(today) - MONTHS + 1))
  const found = await db
    .selectFrom('outlier_total')
    .select(({ fn }) => [month.as('month'), 'rule', fn.sum<bigint>('outliers').as('outliers')])
    .where('day', '>=', first)
    .where('day', '<=', today)
    .groupBy(['month', 'rule'])
    .execute()
  const read = await db
    .selectFrom('day_total')
    .select(({ fn }) => [month.as('month'), fn.sum<bigint>('entries').as('readings')])
    .where('kind', '=', 'reading')
    .where('day', '>=', first)
    .where('day', '<=', today)
    .groupBy('month')
    .orderBy('month', 'desc')
    .execute()
  return {
    all: new Map(ever.map(({ rule, outliers }) => [rule, Number(outliers)])),
    months: read.map(({ month, readings }) => ({
      from: dayNumber(startOfMonth(month)),
      readings: Number(readings),
      outliers: new Map([
        ...outlierRules.map((rule) => [rule, 0] as const),
        ...found
          .filter((each) => each.month === month)
          .map(({ rule, outliers }) => [rule, Number(outliers)] as const),
      ]),
    })),
    isBehind: isBehind(standing),
  }
}

/** The month of a day, counted from January 1970 as `monthOfDay` does; what stands out is a reading of the same month. */
const month = sql<number>`
  ((extract(year from date '1970-01-01' + day::integer) - 1970) * 12
    + extract(month from date '1970-01-01' + day::integer) - 1)::integer`
