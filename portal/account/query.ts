import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { type AccountKey, findAccount } from '../record/findAccount.ts'
import type { History } from '../record/history.ts'
import type { HistoryOf } from '../record/keptHistories.ts'
import type { Standing } from '../record/standing.ts'
import { plain } from '../words/t.ts'

/** An account's history. Throws `NotFound`. */
export const readAccount = async (
  db: Ledger,
  key: AccountKey,
  standing: Standing | null,
  historyOf: HistoryOf,
): Promise<History> => {
  if (standing === null) throw new NotFound(plain('problem.emptyLedger'), plain('problem.comeBack'))
  return historyOf(db, await findAccount(db, key), standing)
}
