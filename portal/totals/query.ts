import { sql } from 'kysely'
import { LEDGER } from '../../contracts/rules/accountCode.ts'
import { dayInIndia, startOfDay } from '../../contracts/rules/day.ts'
import { type DayNumber, paise } from '../../contracts/rules/units.ts'
import type { Sums } from '../node/ledgerTotals.ts'
import type { Ledger } from '../readOnly.ts'
import { accountEntries } from '../record/entries.ts'
import { type EntryOf, only } from '../record/entry.ts'

/** A month closed, and what was posted since the closing before. */
export interface CountedPeriod {
  readonly entry: EntryOf<'PeriodClosed'>
  /** The closing before it; null for the first. */
  readonly before: EntryOf<'PeriodClosed'> | null
  readonly sums: Sums
}

/** What the rows here come to: from one closing of a month to the next, and since the last. */
export interface CountedTotals {
  /** In order. */
  readonly periods: readonly CountedPeriod[]
  readonly sinceClosing: Sums
}

/**
 * Adds up what moved money between the closings, from summary rows: whole days by theirs, the day of a closing by its
 * blocks', and a closing's own block entry by entry, up to it. Nothing is kept: what somebody alters there shows.
 */
export const countTotals = async (db: Ledger): Promise<CountedTotals> => {
  const closings = only(await accountEntries(db, LEDGER, ['PeriodClosed']), 'PeriodClosed')
  const days = await byDays(db, closings)
  const parts = [...(await ofDays(db, closings)), ...(await ofBlocks(db, closings))]
  /** What was posted before closing `i`, all of it for the one after the last. */
  const before = (i: number): Sums =>
    sumsOf([...days.filter(({ place }) => place <= i), ...parts.filter(({ place }) => place === i)])
  let last = noSums
  const periods = closings.map((entry, i): CountedPeriod => {
    const until = before(i)
    const sums = less(until, last)
    last = until
    return { entry, before: closings[i - 1] ?? null, sums }
  })
  return { periods, sinceClosing: less(before(closings.length), last) }
}

type Closings = readonly EntryOf<'PeriodClosed'>[]

/** What a kind of entries adds to a place among the closings, counted from 0. */
interface KindSum {
  readonly place: number
  readonly kind: string
  readonly amount: bigint
}

const dayOf = ({ at }: EntryOf<'PeriodClosed'>): DayNumber => dayInIndia(at.timestamp)

/** Whole days, each to the first closing on a later day. */
const byDays = (db: Ledger, closings: Closings): Promise<KindSum[]> =>
  db
    .selectFrom('day_total')
    .select(({ fn }) => [
      sql<number>`width_bucket(day, ${closings.map(dayOf)}::bigint[])`.as('place'),
      'kind',
      fn.sum<bigint>('amount_paise').as('amount'),
    ])
    .where('kind', '=', sql<string>`any(${Object.keys(moving)}::text[])`)
    .groupBy(['place', 'kind'])
    .execute()

/** Of the day of a closing, the blocks before its own. */
const ofDays = async (db: Ledger, closings: Closings): Promise<KindSum[]> => {
  const starts = closings.map((entry) => startOfDay(dayOf(entry)))
  const closing = sql<{ place: number; block: number; start: number }>`
    unnest(${closings.map((_, i) => i)}::integer[], ${closings.map(({ at }) => at.block)}::integer[], ${starts}::bigint[])`
  return (
    db
      .selectFrom(closing.as<'closing'>(sql`closing (place, block, start)`))
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('block')
            .select('number')
            .whereRef('timestamp', '>=', 'closing.start')
            .orderBy('timestamp')
            .orderBy('number')
            .limit(1)
            .as('first'),
        (join) => join.onTrue(),
      )
      // Summed within: joined, Postgres keeps for each closing every block behind its day's first, to find them again.
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('block_total')
            .select(({ fn }) => ['kind', fn.sum<bigint>('amount_paise').as('amount')])
            .whereRef('block_number', '>=', 'first.number')
            .whereRef('block_number', '<', 'closing.block')
            .where('kind', '=', sql<string>`any(${Object.keys(moving)}::text[])`)
            .groupBy('kind')
            .as('moved'),
        (join) => join.onTrue(),
      )
      .select(['closing.place', 'moved.kind', 'moved.amount'])
      .execute()
  )
}

/** Of the block of a closing, the entries before it. */
const ofBlocks = async (db: Ledger, closings: Closings): Promise<KindSum[]> => {
  const sums: KindSum[] = []
  const closing = sql<{ place: number; block: number; log_index: number }>`
    unnest(${closings.map((_, i) => i)}::integer[], ${closings.map(({ at }) => at.block)}::integer[],
      ${closings.map(({ at }) => at.logIndex)}::integer[])`
  for (const kind of Object.keys(moving) as Moving[]) {
    const rows = await db
      .selectFrom(closing.as<'closing'>(sql`closing (place, block, log_index)`))
      .innerJoin(`${kind as 'bill'} as entry`, (join) =>
        join
          .onRef('entry.block_number', '=', 'closing.block')
          .onRef('entry.log_index', '<', 'closing.log_index'),
      )
      .select(({ fn }) => [
        'closing.place',
        fn.sum<bigint>(`entry.${moving[kind] as 'amount_paise'}`).as('amount'),
      ])
      .groupBy('closing.place')
      .execute()
    sums.push(...rows.map((row) => ({ ...row, kind })))
  }
  return sums
}

/** The tables whose entries move money, and the column that says how much. */
const moving = {
  bill: 'amount_paise',
  revision: 'difference_paise',
  adjustment: 'amount_paise',
  payment: 'amount_paise',
  payment_reversal: 'amount_paise',
} as const
type Moving = keyof typeof moving

const sumsOf = (kinds: readonly KindSum[]): Sums => {
  const sum = (wanted: Moving) =>
    kinds.reduce((total, { kind, amount }) => (kind === wanted ? total + amount : total), 0n)
  return {
    billed: paise(sum('bill') + sum('revision')),
    adjusted: paise(sum('adjustment')),
    paid: paise(sum('payment') - sum('payment_reversal')),
  }
}

const noSums: Sums = { billed: paise(0n), adjusted: paise(0n), paid: paise(0n) }

const less = (sums: Sums, before: Sums): Sums => ({
  billed: paise(sums.billed - before.billed),
  adjusted: paise(sums.adjusted - before.adjusted),
  paid: paise(sums.paid - before.paid),
})
