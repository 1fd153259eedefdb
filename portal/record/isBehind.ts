import type { Ledger } from '../readOnly.ts'

/** Whether rows are stored from which the sums, totals and lists that the indexer works out have yet to follow. */
export const isBehind = async (db: Ledger): Promise<boolean> => {
  // In this order: the end of a backfill notes the stale accounts.
  const backfill = await db
    .selectFrom('checkpoint')
    .select('block_number')
    .whereRef('derived_block', '<', 'block_number')
    .executeTakeFirst()
  if (backfill !== undefined) return true
  const stale = await db.selectFrom('stale_account').select('account').limit(1).executeTakeFirst()
  return stale !== undefined
}
