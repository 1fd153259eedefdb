import { sql } from 'kysely'
import { bytesOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from './entries.ts'
import { type Entry, type EntryOf, only } from './entry.ts'

/** The entry that took a receipt back, among `entries` of its account; null where none did. */
export const reversalOf = (
  { fields: { channel, receiptReference } }: EntryOf<'PaymentMade'>,
  entries: readonly Entry[],
): EntryOf<'PaymentReversed'> | null =>
  channel === 0
    ? null
    : (only(entries, 'PaymentReversed').find(
        ({ fields }) => fields.receiptReference === receiptReference,
      ) ?? null)

/** The entries that took any of these receipts back, of whichever accounts. */
export const reversalsOf = async (
  db: Ledger,
  payments: readonly EntryOf<'PaymentMade'>[],
): Promise<Entry[]> => {
  const receipts = payments.filter(({ fields }) => fields.channel !== 0)
  if (receipts.length === 0) return []
  const accounts = receipts.map(({ account }) => bytesOf(account))
  const references = receipts.map(({ fields }) => bytesOf(fields.receiptReference))
  const receipt = sql<{ account: Uint8Array; receipt_reference: Uint8Array }>`
    unnest(${accounts}::bytea[], ${references}::bytea[])`
  const rows = await db
    .selectFrom('payment_reversal')
    .innerJoin(receipt.as<'receipt'>(sql`receipt (account, receipt_reference)`), (join) =>
      join
        .onRef('receipt.account', '=', 'payment_reversal.account')
        .onRef('receipt.receipt_reference', '=', 'payment_reversal.receipt_reference'),
    )
    .select(['payment_reversal.account', 'payment_reversal.seq'])
    .execute()
  return entriesByKey(
    db,
    rows.map((row) => ({ ...row, kind: 'payment_reversal' as const })),
  )
}
