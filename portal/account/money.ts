import { type Paise, paise } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import type { History } from '../record/history.ts'

/** An entry that changed what is owed beside the bills, the bills it went to, and whether it was taken back. */
export interface MoneyLine {
  readonly entry: EntryOf<'PaymentMade'> | EntryOf<'PaymentReversed'> | EntryOf<'AdjustmentPosted'>
  /** What it changed: below zero it lowered what is owed. */
  readonly change: Paise
  readonly balance: Paise
  /** Bills that it filled, or that it names; 0 are the opening arrears. */
  readonly bills: readonly number[]
  /** The entry that took this receipt back. */
  readonly takenBack: EntryOf<'PaymentReversed'> | null
}

/** Payments, receipts taken back and adjustments of an account, newest first. */
export const moneyOf = ({ entries, pooled }: History): MoneyLine[] => {
  const reversals = only(entries, 'PaymentReversed')
  const filled = (seq: number) =>
    pooled
      .filter(({ filledBy }) => filledBy.some((credit) => credit.seq === seq))
      .map(({ number }) => number)
  return entries.flatMap((entry) => lineOf(entry, filled, reversals)).toReversed()
}

const lineOf = (
  entry: Entry,
  filled: (seq: number) => number[],
  reversals: readonly EntryOf<'PaymentReversed'>[],
): MoneyLine[] => {
  switch (entry.name) {
    case 'PaymentMade': {
      const { amount, balance, channel, receiptReference } = entry.fields
      const takenBack =
        channel === 0
          ? undefined
          : reversals.find(({ fields }) => fields.receiptReference === receiptReference)
      const bills = filled(entry.seq)
      return [{ entry, change: paise(0n - amount), balance, bills, takenBack: takenBack ?? null }]
    }
    case 'PaymentReversed': {
      const { amount, balance } = entry.fields
      return [{ entry, change: amount, balance, bills: [], takenBack: null }]
    }
    case 'AdjustmentPosted': {
      const { amount, balance, bill } = entry.fields
      return [{ entry, change: amount, balance, bills: [bill], takenBack: null }]
    }
    default:
      return []
  }
}
