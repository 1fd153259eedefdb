import { sql } from 'kysely'
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
  const starts = startsOf(unit, first, last)
  const counted = db
    .selectFrom('day_total')
    .select(['day', 'kind', 'entries'])
    .where('day', '>=', first)
    .where('day', '<=', last)
    .unionAll(
      db
        .selectFrom('outlier_total')
        .select(['day', 'rule as kind', 'outliers as entries'])
        .where('rule', '=', 'late')
        .where('day', '>=', first)
        .where('day', '<=', last),
    )
  const rows = await db
    .selectFrom(counted.as('counted'))
    // Which of the stretches a day is of, from 1 on: a year of days comes as a dozen months of each kind.
    .select(sql<number>`width_bucket(day, ${starts}::bigint[])`.as('stretch'))
    .select(['kind', ({ fn }) => fn.sum<bigint>('entries').as('entries')])
    .groupBy(['stretch', 'kind'])
    .orderBy('stretch', 'desc')
    .orderBy('kind')
    .execute()
  return {
    unit,
    stretches: [...Map.groupBy(rows, ({ stretch }) => stretch)].map(([stretch, rows]) => ({
      from: starts[stretch - 1] ?? first,
      to: dayNumber((starts[stretch] ?? last + 1) - 1),
      entries: new Map(rows.map(({ kind, entries }) => [kind, Number(entries)])),
    })),
  }
}

/** The first days of the stretches, oldest first. */
const startsOf = (unit: Trend['unit'], first: DayNumber, last: DayNumber): DayNumber[] => {
  const starts: DayNumber[] = []
  for (let day = first; day <= last;) {
    starts.push(day)
    day = unit === 'day' ? dayNumber(day + 1) : startOfMonth(monthOfDay(day) + 1)
  }
  return starts
}
