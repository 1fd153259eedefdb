import { type Paise, paise } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { reversalOf } from '../record/reversals.ts'
import { type CreditUse, creditUse } from '../record/creditUse.ts'
import type { History } from '../record/history.ts'

/** An entry that changed what is owed beside the bills, the bills it went to, and whether it was taken back. */
export interface MoneyLine {
  readonly entry: EntryOf<'PaymentMade'> | EntryOf<'PaymentReversed'> | EntryOf<'AdjustmentPosted'>
  /** What it changed: below zero it lowered what is owed. */
  readonly change: Paise
  readonly balance: Paise
  /** Bills that it filled (or had filled, until it was taken back), or that it names; 0 are the opening arrears. */
  readonly bills: readonly number[]
  /** The entry that took this receipt back. */
  readonly takenBack: EntryOf<'PaymentReversed'> | null
  /** Of a credit: where it went. */
  readonly use: CreditUse | null
}

/** Payments, receipts taken back and adjustments of an account, newest first. */
export const moneyOf = (history: History): MoneyLine[] =>
  history.entries.flatMap((entry) => lineOf(entry, history)).toReversed()

const lineOf = (entry: Entry, { entries, pooled, pooledBefore }: History): MoneyLine[] => {
  switch (entry.name) {
    case 'PaymentMade': {
      const { amount, balance } = entry.fields
      const takenBack = reversalOf(entry, entries)
      const bills = filledBy(entry.seq, takenBack === null ? pooled : pooledBefore(takenBack.seq))
      return [{ entry, change: paise(0n - amount), balance, bills, takenBack, use: null }]
    }
    case 'PaymentReversed': {
      const { amount, balance, receiptReference } = entry.fields
      const payment = only(entries, 'PaymentMade').find(
        ({ fields }) => fields.receiptReference === receiptReference,
      )
      const bills = payment === undefined ? [] : filledBy(payment.seq, pooledBefore(entry.seq))
      return [{ entry, change: amount, balance, bills, takenBack: null, use: null }]
    }
    case 'AdjustmentPosted': {
      const { amount, balance, bill } = entry.fields
      const use = amount < 0n ? creditUse(pooled, entry.seq, paise(0n - amount)) : null
      return [{ entry, change: amount, balance, bills: [bill], takenBack: null, use }]
    }
    default:
      return []
  }
}

const filledBy = (seq: number, bills: History['pooled']): number[] =>
  bills
    .filter(({ filledBy }) => filledBy.some((credit) => credit.seq === seq))
    .map(({ number }) => number)
