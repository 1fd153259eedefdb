import { bytesOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'
import type { Seen } from './route.ts'

/**
 * Whether a page made from this block would look different now: entries came after it (of its account, where it shows one),
 * or the block is no longer of the chain.
 */
export const hasGrown = async (db: Ledger, { block, hash, account }: Seen): Promise<boolean> => {
  if (block >= 0) {
    const seen = await db
      .selectFrom('block')
      .select('hash')
      .where('number', '=', block)
      .executeTakeFirst()
    if (seen === undefined || !Buffer.from(seen.hash).equals(bytesOf(hash))) return true
  }
  const newer =
    account === undefined
      ? await db
          .selectFrom('block')
          .select('number')
          .where('number', '>', block)
          .where('log_count', '>', 0)
          .limit(1)
          .executeTakeFirst()
      : await db
          .selectFrom('entry')
          .select('seq')
          .where('account', '=', bytesOf(account))
          .where('block_number', '>', block)
          .limit(1)
          .executeTakeFirst()
  return newer !== undefined
}
