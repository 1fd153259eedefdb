import type { Place } from './sums.ts'

/** What became of a credit, of a debit, and of a payment, in the words of the report. */
export const creditWords: Partial<Record<Place, string>> = {
  matched: 'On the ledger, with the same amount',
  takenBack: 'Taken back by the bank, and not counted on the ledger',
  bankOnly: 'Not on the ledger: paid, but shown as unpaid',
  mismatch: 'On the ledger, but different',
  duplicate: 'Twice in the statement, once on the ledger',
  ignored: 'Left aside as asked (--ignore)',
}

export const debitWords: Partial<Record<Place, string>> = {
  takenBack: 'Receipts taken back, and not counted on the ledger',
  mismatch: 'Receipts taken back, but still counted on the ledger',
  debit: 'Paid out: nothing to do with receipts',
  ignored: 'Left aside as asked (--ignore)',
}

export const paymentWords: Partial<Record<Place, string>> = {
  matched: 'At the bank, with the same amount',
  takenBack: 'Reversed, and taken back by the bank',
  chainOnly: 'Not at the bank',
  mismatch: 'At the bank, but different',
  reversed: 'Reversed, and not in this statement',
  channel: 'By another way than the statement’s lines',
  days: 'Recorded before or after the statement’s days',
  native: 'Paid on the chain itself: no bank sees it',
}

export const mismatchWords = {
  amount: 'another amount',
  returned: 'returned by the bank, still counted on the ledger',
  reversed: 'reversed on the ledger, still at the bank',
} as const

/** "3 receipts", "1 receipt". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** Indian grouping: 1,00,000. */
export const grouped = (count: number): string => count.toLocaleString('en-IN')
