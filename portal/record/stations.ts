import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import { isReserved } from '../../contracts/rules/accountCode.ts'
import type { Ledger } from '../readOnly.ts'
import { someAccounts } from './someAccounts.ts'

/** The cycle of terms by which every reading is a bill of its own: a session. */
const PER_SESSION = 0

/**
 * Says of an entry whether its account was a charging station, whose bills are called sessions: by the last terms that were
 * accepted before it. Entries of a public list don't say so themselves.
 */
export const readStations = async (
  db: Ledger,
  accounts: readonly Hex[],
): Promise<(entry: { readonly account: Hex; readonly seq: number }) => boolean> => {
  const consumers = [...new Set(accounts)].filter((account) => !isReserved(account))
  if (consumers.length === 0) return () => false
  const rows = await db
    .selectFrom(someAccounts(consumers))
    .innerJoin('agreement', 'agreement.account', 'wanted.account')
    .select(['agreement.account', 'seq', 'cycle'])
    .orderBy('agreement.account')
    .orderBy('seq')
    .execute()
  const terms = Map.groupBy(rows, ({ account }) => hexOf(account))
  return ({ account, seq }) =>
    terms.get(account)?.findLast((accepted) => accepted.seq < seq)?.cycle === PER_SESSION
}
