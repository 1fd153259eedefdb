import type pg from 'pg'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import { openSums } from '../../contracts/rules/openSums.ts'
import { pool } from '../../contracts/rules/pool.ts'
import { dayNumber } from '../../contracts/rules/units.ts'
import { workOutBalances } from './balances.ts'
import { workOutOutliers } from './outliers.ts'
import { type AccountPostings, readPostings } from './readPostings.ts'

/** Accounts worked out in one transaction. */
const AT_ONCE = 200

const TAKE_STALE = `
  delete from stale_account where account in (select account from stale_account limit ${AT_ONCE})
  returning account`

/** The accounts' sums are replaced, and the totals move by the difference: rows that come to nothing go. */
const REPLACE = `
  with gone as (
    delete from open_sum where account = any($1) returning category, kind, due_day, amount_paise
  ), come as (
    select * from unnest($2::bytea[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::numeric[])
      as sum (account, kind, bill, due_day, category, amount_paise)
  ), moved as (
    select category, kind, due_day, sum(sums)::integer as sums, sum(amount_paise) as amount_paise
    from (
      select category, kind, due_day, 1 as sums, amount_paise from come
      union all select category, kind, due_day, -1, -amount_paise from gone
    ) as change
    group by category, kind, due_day
    having sum(sums) <> 0 or sum(amount_paise) <> 0
  )
  insert into open_total as total select * from moved
  on conflict (category, kind, due_day) do update
    set sums = total.sums + excluded.sums, amount_paise = total.amount_paise + excluded.amount_paise`

const INSERT = `
  insert into open_sum (account, kind, bill, due_day, category, amount_paise)
  select * from unnest($1::bytea[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::numeric[])`

/**
 * Takes some of the accounts noted as stale and works out what they owe and, by the rules of the pool, what they have open. In the
 * transaction under way. How many accounts; 0 when none is left.
 */
export const workOutSums = async (client: pg.ClientBase): Promise<number> => {
  const { rows } = await client.query<{ account: Uint8Array }>(TAKE_STALE)
  if (rows.length === 0) return 0
  const accounts = rows.map(({ account }) => account)
  const sums = await openSumsOf(client, accounts)
  const columns = [
    sums.map(({ account }) => bytesOf(account)),
    sums.map(({ kind }) => kind),
    sums.map(({ bill }) => bill),
    sums.map(({ dueDay }) => dueDay),
    sums.map(({ category }) => category),
    sums.map(({ amount }) => String(amount)),
  ]
  await client.query(REPLACE, [accounts, ...columns])
  await client.query(INSERT, columns)
  await client.query('delete from open_total where sums = 0')
  await workOutBalances(client, accounts)
  await workOutOutliers(client, accounts)
  return accounts.length
}

/** What these accounts have open by the stored entries and the rules of the pool. */
export const openSumsOf = async (client: pg.ClientBase, accounts: readonly Uint8Array[]) =>
  [...(await readPostings(client, accounts))].flatMap(([account, postings]) =>
    sumsOf(account, postings),
  )

const sumsOf = (account: Hex, { category, postings }: AccountPostings) =>
  openSums(pool(postings, ANY_DAY)).map((sum) => ({ ...sum, account, category }))

/** What is open and by when does not depend on today; only what is overdue does. */
const ANY_DAY = dayNumber(0)
