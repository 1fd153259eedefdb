import { sql, type Kysely } from 'kysely'

/**
 * What each account owes and its category, so that accounts are listed by either without going through their entries: a
 * page in any order, of all accounts or of a category's, reads no more than it shows. The indexes are not deferred in a
 * backfill, as those of the entries are: these rows come when all is stored, one an account.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table account_balance (
      account bytea primary key,
      category bigint not null,
      balance_paise numeric(39) not null
    )
  `.execute(db)
  // Whole tables are read, once: a backfill that was broken off has no index on them.
  await sql`
    insert into account_balance
      select account, coalesce(category, 0), coalesce(balance_paise, 0)
      from account
      left join (
        select distinct on (account) account, category from agreement order by account, seq desc
      ) as terms using (account)
      left join (
        select distinct on (account) account, balance_paise
        from (
          select account, seq, balance_paise from bill
          union all select account, seq, balance_paise from payment
          union all select account, seq, balance_paise from payment_reversal
          union all select account, seq, balance_paise from revision
          union all select account, seq, balance_paise from adjustment
        ) as moved
        order by account, seq desc
      ) as newest using (account)
  `.execute(db)
  await sql`create index account_balance_amount on account_balance (balance_paise, account)`.execute(
    db,
  )
  await sql`
    create index account_balance_category_amount on account_balance (category, balance_paise, account)
  `.execute(db)
  await sql`create index account_balance_category on account_balance (category, account)`.execute(
    db,
  )
}
