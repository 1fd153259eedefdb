import type { EntryKind } from '../../migrations/tables.ts'

/** What the ledger can be narrowed to: the entries of a table, or some of the readings. */
export interface List {
  /** As the address carries it. */
  readonly id: string
  readonly kind: EntryKind
  /** Of readings: the contract's number of their kind. */
  readonly reading?: number
  /** Of estimates: only those that followed another one. */
  readonly follows?: true
  /** Of estimates: only those that a real reading has corrected since. */
  readonly corrected?: true
  /** What they are counted among, where a rate says something: the kind of that total. */
  readonly among?: 'reading' | 'bill' | 'payment'
}

/** What an auditor asks for first, in the order in which the filter offers it. */
export const lists: readonly List[] = [
  { id: 'revision', kind: 'revision', among: 'bill' },
  { id: 'adjustment', kind: 'adjustment', among: 'bill' },
  { id: 'dispute', kind: 'dispute', among: 'bill' },
  { id: 'payment_reversal', kind: 'payment_reversal', among: 'payment' },
  { id: 'manual', kind: 'reading', reading: 1, among: 'reading' },
  { id: 'estimated', kind: 'reading', reading: 2, among: 'reading' },
  { id: 'final', kind: 'reading', reading: 3, among: 'reading' },
  { id: 'estimated-again', kind: 'reading', reading: 2, follows: true },
  {
    id: 'estimated-again-corrected',
    kind: 'reading',
    reading: 2,
    follows: true,
    corrected: true,
  },
]

/** The column that holds a kind's amount; kinds without one are no sum of money. */
export const amountColumns: Partial<Record<EntryKind, 'amount_paise'>> = {
  bill: 'amount_paise',
  payment: 'amount_paise',
  payment_reversal: 'amount_paise',
  revision: 'difference_paise' as 'amount_paise',
  adjustment: 'amount_paise',
  dispute: 'amount_paise',
  charge: 'charge_paise' as 'amount_paise',
  sweep: 'amount_paise',
}
