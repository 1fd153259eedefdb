import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import { LEDGER } from '../../contracts/rules/accountCode.ts'
import { paise } from '../../contracts/rules/units.ts'
import type { Sums } from '../node/ledgerTotals.ts'
import type { Ledger } from '../readOnly.ts'
import { accountEntries } from '../record/entries.ts'
import { type EntryOf, only, type Position } from '../record/entry.ts'

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

/** Adds up what moved money between the closings. */
export type CountTotals = (db: Ledger) => Promise<CountedTotals>

/**
 * Whole blocks are added up by their summary rows, and the blocks in which a closing stands entry by entry, up to it. What
 * was closed can't change but with its block, so it is added up once and kept by the hashes of its two blocks: a portal
 * that was started again adds it up anew.
 */
export const createCount = (): CountTotals => {
  let kept = new Map<string, Sums>()
  return async (db) => {
    const closings = only(await accountEntries(db, LEDGER, ['PeriodClosed']), 'PeriodClosed')
    const hashes = await hashesOf(db, closings)
    const place = (entry: EntryOf<'PeriodClosed'> | null) =>
      entry === null ? '' : `${hashes.get(entry.at.block)}/${entry.at.logIndex}`
    const counted = new Map<string, Sums>()
    const periods: CountedPeriod[] = []
    let before: EntryOf<'PeriodClosed'> | null = null
    for (const entry of closings) {
      const name = `${place(before)}-${place(entry)}`
      const sums: Sums = kept.get(name) ?? (await sumsBetween(db, before, entry))
      counted.set(name, sums)
      periods.push({ entry, before, sums })
      before = entry
    }
    kept = counted
    return { periods, sinceClosing: await sumsBetween(db, before, null) }
  }
}

const hashesOf = async (
  db: Ledger,
  entries: readonly EntryOf<'PeriodClosed'>[],
): Promise<Map<number, Hex>> => {
  if (entries.length === 0) return new Map()
  const rows = await db
    .selectFrom('block')
    .select(['number', 'hash'])
    .where(
      'number',
      'in',
      entries.map(({ at }) => at.block),
    )
    .execute()
  return new Map(rows.map(({ number, hash }) => [number, hexOf(hash)]))
}

const sumsBetween = async (
  db: Ledger,
  from: EntryOf<'PeriodClosed'> | null,
  to: EntryOf<'PeriodClosed'> | null,
): Promise<Sums> => {
  let query = db
    .selectFrom('block_total')
    .select(({ fn }) => ['kind', fn.sum<bigint>('amount_paise').as('amount')])
    .where('kind', 'in', Object.keys(moving))
    .groupBy('kind')
  if (from !== null) query = query.where('block_number', '>=', from.at.block)
  if (to !== null) query = query.where('block_number', '<', to.at.block)
  return sumsOf([
    ...(await query.execute()),
    ...(to === null ? [] : await upTo(db, to.at)),
    ...(from === null ? [] : await upTo(db, from.at)).map(({ kind, amount }) => ({
      kind,
      amount: -amount,
    })),
  ])
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

interface KindSum {
  readonly kind: string
  readonly amount: bigint
}

/** What a block's entries before this position come to. */
const upTo = async (db: Ledger, position: Position): Promise<KindSum[]> => {
  const sums: KindSum[] = []
  for (const kind of Object.keys(moving) as Moving[]) {
    const row = await db
      .selectFrom(kind as 'bill')
      .select(({ fn }) => fn.sum<bigint | null>(moving[kind] as 'amount_paise').as('amount'))
      .where('block_number', '=', position.block)
      .where('log_index', '<', position.logIndex)
      .executeTakeFirst()
    sums.push({ kind, amount: row?.amount ?? 0n })
  }
  return sums
}

const sumsOf = (kinds: readonly KindSum[]): Sums => {
  const sum = (wanted: Moving) =>
    kinds.reduce((total, { kind, amount }) => (kind === wanted ? total + amount : total), 0n)
  return {
    billed: paise(sum('bill') + sum('revision')),
    adjusted: paise(sum('adjustment')),
    paid: paise(sum('payment') - sum('payment_reversal')),
  }
}
