import { sql, type Kysely } from 'kysely'

/** All entries under one name, and the indexes by which pages find them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create view entry as
      select account, seq, 'rate' as kind, block_number, transaction_index, log_index from rate
      union all select account, seq, 'rate_withdrawal', block_number, transaction_index, log_index from rate_withdrawal
      union all select account, seq, 'agreement_proposal', block_number, transaction_index, log_index from agreement_proposal
      union all select account, seq, 'agreement', block_number, transaction_index, log_index from agreement
      union all select account, seq, 'meter', block_number, transaction_index, log_index from meter
      union all select account, seq, 'reading', block_number, transaction_index, log_index from reading
      union all select account, seq, 'charge', block_number, transaction_index, log_index from charge
      union all select account, seq, 'bill', block_number, transaction_index, log_index from bill
      union all select account, seq, 'payment', block_number, transaction_index, log_index from payment
      union all select account, seq, 'payment_reversal', block_number, transaction_index, log_index from payment_reversal
      union all select account, seq, 'revision', block_number, transaction_index, log_index from revision
      union all select account, seq, 'dispute', block_number, transaction_index, log_index from dispute
      union all select account, seq, 'dispute_resolution', block_number, transaction_index, log_index from dispute_resolution
      union all select account, seq, 'adjustment', block_number, transaction_index, log_index from adjustment
      union all select account, seq, 'period_closing', block_number, transaction_index, log_index from period_closing
      union all select account, seq, 'role_change', block_number, transaction_index, log_index from role_change
      union all select account, seq, 'sweep', block_number, transaction_index, log_index from sweep
  `.execute(db)
  // A bank's line is looked up by its reference; native payments have none.
  await sql`
    create index payment_reference on payment (receipt_reference)
    where receipt_reference <> '\\x0000000000000000000000000000000000000000000000000000000000000000'
  `.execute(db)
}
