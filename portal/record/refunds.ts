import type { PooledBill, PooledSum } from '../../contracts/rules/pool.ts'
import { type Paise, paise } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from './entry.ts'

/** The reason of a credit that was paid back (contracts/rules/reason.ts). */
const REFUND = 3

/** A sum in which a bill is due, and whether it is a refund's. */
export interface BillSum extends PooledSum {
  readonly isRefund: boolean
}

/** How a bill stands apart from the credits that were paid back in its name. */
export interface Refunded {
  readonly refunds: readonly EntryOf<'AdjustmentPosted'>[]
  /** What the bill itself asks, as issued, corrected and added to; below zero it is a credit. */
  readonly asks: Paise
  readonly sums: readonly BillSum[]
}

/**
 * The ledger takes a refund like any other positive adjustment: the bill that it names asks for it again, and the money
 * that had been too much fills that. So the sums are right, but nobody was ever asked for a refund.
 */
export const withoutRefunds = (
  { number, asks, sums }: PooledBill,
  entries: readonly Entry[],
): Refunded => {
  const raising: Entry[] = [
    ...only(entries, 'AdjustmentPosted'),
    ...only(entries, 'ConsumptionRevised'),
  ]
    .filter((entry) => raises(entry, number))
    .sort((a, b) => a.seq - b.seq)
  const refunds = only(raising, 'AdjustmentPosted').filter(isRefund)
  return {
    refunds,
    asks: paise(refunds.reduce((rest, { fields }) => rest - fields.amount, asks as bigint)),
    sums: sums.map((sum) => {
      // Increases count from 1, in the order of their entries.
      const raise = sum.kind === 'increase' ? raising[sum.number - 1] : undefined
      return { ...sum, isRefund: raise?.name === 'AdjustmentPosted' && isRefund(raise) }
    }),
  }
}

export const isRefund = ({ fields }: EntryOf<'AdjustmentPosted'>): boolean =>
  fields.amount > 0n && fields.reason === REFUND

/** What comes on top of a bill, each a sum of its own. */
export const raises = (entry: Entry, bill: number): boolean =>
  entry.name === 'AdjustmentPosted'
    ? entry.fields.bill === bill && entry.fields.amount > 0n
    : entry.name === 'ConsumptionRevised' &&
      entry.fields.bill === bill &&
      entry.fields.difference > 0n
