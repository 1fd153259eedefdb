import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { type AccountKey, findAccount } from '../record/findAccount.ts'
import { type History, readHistory } from '../record/history.ts'
import type { Standing } from '../record/standing.ts'

/** An account's history. Throws `NotFound`. */
export const readAccount = async (
  db: Ledger,
  key: AccountKey,
  standing: Standing | null,
): Promise<History> => {
  if (standing === null)
    throw new NotFound('The ledger is empty so far.', 'Come back once a block is stored.')
  return readHistory(db, await findAccount(db, key), standing)
}
