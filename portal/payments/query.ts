import { type Paise, paise } from '../../contracts/rules/units.ts'
import type { EntryKind } from '../../migrations/tables.ts'
import { totalsByKind } from '../ledger/query.ts'
import type { Ledger } from '../readOnly.ts'

/** The ledger's money since its first block. Billed includes corrections; paid is net of what was taken back. */
export interface MoneyTotals {
  readonly billed: Paise
  readonly adjusted: Paise
  readonly paid: Paise
  /** What all accounts owe together: billed + adjusted − paid. */
  readonly owed: Paise
  readonly payments: number
}

export const moneyTotals = async (db: Ledger): Promise<MoneyTotals> => {
  const totals = new Map((await totalsByKind(db)).map((total) => [total.kind, total]))
  const sum = (kind: EntryKind) => totals.get(kind)?.amount ?? 0n
  const billed = sum('bill') + sum('revision')
  const adjusted = sum('adjustment')
  const paid = sum('payment') - sum('payment_reversal')
  return {
    billed: paise(billed),
    adjusted: paise(adjusted),
    paid: paise(paid),
    owed: paise(billed + adjusted - paid),
    payments: totals.get('payment')?.entries ?? 0,
  }
}
