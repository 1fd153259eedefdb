import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { type AccountKey, findAccount } from '../record/findAccount.ts'
import type { History } from '../record/history.ts'
import type { HistoryOf } from '../record/keptHistories.ts'
import type { Standing } from '../record/standing.ts'

/** An account's history. Throws `NotFound`. */
export const readAccount = async (
  db: Ledger,
  key: AccountKey,
  standing: Standing | null,
  historyOf: HistoryOf,
): Promise<History> => {
  if (standing === null)
    throw new NotFound('The ledger is empty so far.', 'Come back once a block is stored.')
  return historyOf(db, await findAccount(db, key), standing)
}
