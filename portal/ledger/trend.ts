import { dayNumber, type DayNumber } from '../../contracts/rules/units.ts'
import { monthOfDay, startOfMonth } from '../../contracts/rules/day.ts'
import type { Ledger } from '../readOnly.ts'

/** How many entries of each kind a stretch of days has; `manual`, `estimated`, `final` and `late` readings beside them. */
export interface Stretch {
  /** First day and the last one, included. */
  readonly from: DayNumber
  readonly to: DayNumber
  readonly entries: ReadonlyMap<string, number>
}

/** Months before today's that are shown. */
const MONTHS = 12
/** A period of at most so many days is shown day by day. */
const DAYS = 31

export interface Trend {
  readonly unit: 'day' | 'month'
  /** Newest first; days and months without entries are left out. */
  readonly stretches: readonly Stretch[]
}

/** Counts by day where the period is short, by month elsewhere: from the days' totals, a year of them at most. */
export const readTrend = async (
  db: Ledger,
  { from, to }: { readonly from: DayNumber | undefined; readonly to: DayNumber | undefined },
  today: DayNumber,
): Promise<Trend> => {
  const last = to === undefined || to > today ? today : to
  const oldest = startOfMonth(Math.max(0, monthOfDay(last) - MONTHS))
  const first = from === undefined || from < oldest ? oldest : from
  const unit = from !== undefined && last - from < DAYS ? 'day' : 'month'
  const rows = await db
    .selectFrom('day_total')
    .select(['day', 'kind', 'entries'])
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day', 'desc')
    .execute()
  const late = await db
    .selectFrom('outlier_total')
    .select(['day', 'outliers as entries'])
    .where('rule', '=', 'late')
    .where('day', '>=', first)
    .where('day', '<=', last)
    .execute()
  // Behind the rest, whose days include these: they are readings of those days.
  const all = [...rows, ...late.map((each) => ({ ...each, kind: 'late' }))]
  const stretches = Map.groupBy(all, ({ day }) => (unit === 'day' ? day : monthOfDay(day)))
  return {
    unit,
    stretches: [...stretches].map(([key, rows]) => {
      const entries = new Map<string, number>()
      for (const { kind, entries: more } of rows) entries.set(kind, (entries.get(kind) ?? 0) + more)
      if (unit === 'day') return { from: dayNumber(key), to: dayNumber(key), entries }
      const end = dayNumber(startOfMonth(key + 1) - 1)
      const begin = startOfMonth(key)
      return { from: begin < first ? first : begin, to: end > last ? last : end, entries }
    }),
  }
}
