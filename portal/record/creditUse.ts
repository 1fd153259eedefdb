import type { PooledBill } from '../../contracts/rules/pool.ts'
import { type Paise, paise } from '../../contracts/rules/units.ts'

/** Where a credit or a payment went. */
export interface CreditUse {
  /** Bills that it filled, by number; 0 are the opening arrears. */
  readonly bills: readonly { readonly number: number; readonly amount: Paise }[]
  /** What no bill asked for yet. */
  readonly rest: Paise
}

/** What became of the `amount` that entry `seq` put into the pool. */
export const creditUse = (pooled: readonly PooledBill[], seq: number, amount: Paise): CreditUse => {
  const bills = pooled.flatMap(({ number, filledBy }) =>
    filledBy
      .filter((credit) => credit.seq === seq)
      .map((credit) => ({ number, amount: credit.amount })),
  )
  const used = bills.reduce((total, each) => total + each.amount, 0n)
  return { bills, rest: paise(amount - used) }
}
