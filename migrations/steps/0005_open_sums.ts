import { sql, type Kysely } from 'kysely'

/**
 * What the board's pages add up without going through the ledger: receipts by block and channel, and what each account
 * still owes by the day it is due. Accounts stored before are noted as to be worked out.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table block_receipt (
      block_number integer not null,
      channel bigint not null,
      day bigint not null,
      received integer not null,
      received_paise numeric(39) not null,
      returned integer not null,
      returned_paise numeric(39) not null,
      primary key (block_number, channel)
    )
  `.execute(db)
  await sql`create index block_receipt_day on block_receipt (day)`.execute(db)
  await sql`
    insert into block_receipt
      select block_number, channel, (timestamp + 19800) / 86400,
        sum(received), sum(received_paise), sum(returned), sum(returned_paise)
      from (
        select block_number, channel, 1 as received, amount_paise as received_paise, 0 as returned, 0 as returned_paise
        from payment
        union all select block_number, channel, 0, 0, 1, amount_paise from payment_reversal
      ) as receipt
      join block on block.number = receipt.block_number
      group by 1, 2, 3
  `.execute(db)
  await sql`
    create table open_sum (
      account bytea not null,
      kind text not null,
      bill bigint not null,
      due_day bigint not null,
      category bigint not null,
      amount_paise numeric(39) not null,
      primary key (account, kind, bill, due_day)
    )
  `.execute(db)
  await sql`create index open_sum_due on open_sum (kind, due_day, account, bill)`.execute(db)
  await sql`create index open_sum_category on open_sum (category, kind, due_day, account, bill)`.execute(
    db,
  )
  await sql`
    create table open_total (
      category bigint not null,
      kind text not null,
      due_day bigint not null,
      sums integer not null,
      amount_paise numeric(39) not null,
      primary key (category, kind, due_day)
    )
  `.execute(db)
  await sql`create table stale_account (account bytea primary key)`.execute(db)
  await sql`insert into stale_account select account from account`.execute(db)
}
