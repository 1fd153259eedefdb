import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'

/** The hash of the block of this number, or null where none is stored. */
export const hashOfBlock = async (db: Ledger, number: number): Promise<Hex | null> => {
  const row = await db
    .selectFrom('block')
    .select('hash')
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : hexOf(row.hash)
}
