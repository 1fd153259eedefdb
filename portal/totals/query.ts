import { LEDGER } from '../../contracts/rules/accountCode.ts'
import { paise } from '../../contracts/rules/units.ts'
import type { Sums } from '../node/ledgerTotals.ts'
import type { Ledger } from '../readOnly.ts'
import { accountEntries } from '../record/entries.ts'
import { type EntryOf, only, type Position } from '../record/entry.ts'

/** What the rows here come to: from one closing of a month to the next, and since the last. */
export interface CountedTotals {
  /** The closings, in order, each with what was posted since the one before. */
  readonly periods: readonly { readonly entry: EntryOf<'PeriodClosed'>; readonly sums: Sums }[]
  readonly sinceClosing: Sums
}

/**
 * Adds up what moved money between the closings: whole blocks by their summary rows, and the blocks in which a closing
 * stands entry by entry, up to it.
 */
export const countTotals = async (db: Ledger): Promise<CountedTotals> => {
  const closings = only(await accountEntries(db, LEDGER, ['PeriodClosed']), 'PeriodClosed')
  const periods: { entry: EntryOf<'PeriodClosed'>; sums: Sums }[] = []
  let from: Boundary | null = null
  for (const entry of closings) {
    const to: Boundary = { block: entry.at.block, before: await upTo(db, entry.at) }
    periods.push({ entry, sums: await sumsBetween(db, from, to) })
    from = to
  }
  return { periods, sinceClosing: await sumsBetween(db, from, null) }
}

/** A block in which a closing stands, and what its entries before that come to. */
interface Boundary {
  readonly block: number
  readonly before: readonly KindSum[]
}

const sumsBetween = async (
  db: Ledger,
  from: Boundary | null,
  to: Boundary | null,
): Promise<Sums> => {
  let query = db
    .selectFrom('block_total')
    .select(({ fn }) => ['kind', fn.sum<bigint>('amount_paise').as('amount')])
    .where('kind', 'in', Object.keys(moving))
    .groupBy('kind')
  if (from !== null) query = query.where('block_number', '>=', from.block)
  if (to !== null) query = query.where('block_number', '<', to.block)
  return sumsOf([
    ...(await query.execute()),
    ...(to?.before ?? []),
    ...(from?.before ?? []).map(({ kind, amount }) => ({ kind, amount: -amount })),
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
