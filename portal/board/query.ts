import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import { moneyTotals } from '../payments/query.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import { type Ageing, readAgeing } from './ageing.ts'
import { readReceipts, type ReceiptsPage } from './receipts.ts'

export interface Board {
  readonly ageing: Ageing
  /** What all accounts owe together, by every entry: bills + adjustments − payments. */
  readonly owed: Paise
  /** Whether the ageing adds up to it; null while it is behind. */
  readonly agrees: boolean | null
  readonly receipts: ReceiptsPage
}

/** @param to Last day of the receipts shown. */
export const readBoard = async (
  db: Ledger,
  standing: Standing | null,
  to: DayNumber,
): Promise<Board> => {
  const ageing = await readAgeing(db, standing)
  const { owed } = await moneyTotals(db)
  return {
    ageing,
    owed,
    agrees: ageing.isBehind ? null : ageing.total.owed === owed,
    receipts: await readReceipts(db, to),
  }
}
