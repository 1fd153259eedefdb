import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import { type EntryOf, only } from '../record/entry.ts'
import { plain } from '../words/t.ts'

/** What the ledger has under a receipt's reference. */
export interface FoundReference {
  readonly reference: Hex
  /** null while it is not recorded. */
  readonly payment: EntryOf<'PaymentMade'> | null
  readonly reversal: EntryOf<'PaymentReversed'> | null
}

/** The receipt of this reference, and whether it was taken back. Throws `NotFound` for the reference that nobody has. */
export const findReference = async (db: Ledger, reference: Hex): Promise<FoundReference> => {
  if (BigInt(reference) === 0n)
    throw new NotFound(plain('problem.nativeReference'), plain('problem.copyReference'))
  const row = await db
    .selectFrom('payment')
    .select(['account', 'seq'])
    .where('receipt_reference', '=', bytesOf(reference))
    .executeTakeFirst()
  if (row === undefined) return { reference, payment: null, reversal: null }
  // Reversed in the same account, after it: found by the account's key.
  const taken = await db
    .selectFrom('payment_reversal')
    .select(['account', 'seq'])
    .where('account', '=', row.account)
    .where('receipt_reference', '=', bytesOf(reference))
    .executeTakeFirst()
  const entries = await entriesByKey(db, [
    { ...row, kind: 'payment' },
    ...(taken === undefined ? [] : [{ ...taken, kind: 'payment_reversal' as const }]),
  ])
  return {
    reference,
    payment: only(entries, 'PaymentMade')[0] ?? null,
    reversal: only(entries, 'PaymentReversed')[0] ?? null,
  }
}
