import type pg from 'pg'

/** Tables whose entries move money, and say the balance after them. */
export const moving = ['bill', 'payment', 'payment_reversal', 'revision', 'adjustment'] as const

const newestOf = (table: string): string => `
  (select seq, balance_paise from "${table}" where account = account.account order by seq desc limit 1)`

/**
 * What the accounts that a condition on `account` names owe, and their category: that of the newest terms, as their open
 * sums have it, so that a category's accounts and its ageing add up to the same. Terms in force today would be another one
 * between an agreement to change and its first day; but then rows would follow from the day on which they are read.
 */
export const balancesWhere = (accounts: string): string => `
  select account, coalesce(category, 0) as category, coalesce(balance_paise, 0) as balance_paise
  from (select account from account where ${accounts}) as account
  left join lateral (
    select category from agreement where agreement.account = account.account order by seq desc limit 1
  ) as terms on true
  left join lateral (
    select balance_paise from (${moving.map(newestOf).join(' union all ')}) as moved order by seq desc limit 1
  ) as newest on true`

/** Of accounts that a reorg took away nothing is left. */
const REPLACE = `
  with gone as (
    delete from account_balance
    where account = any($1) and account not in (select account from account where account = any($1))
  )
  insert into account_balance as balance ${balancesWhere('account = any($1)')}
  on conflict (account) do update
    set category = excluded.category, balance_paise = excluded.balance_paise
    where (balance.category, balance.balance_paise) is distinct from (excluded.category, excluded.balance_paise)`

/** Works out anew what these accounts owe. In the transaction under way. */
export const workOutBalances = async (
  client: pg.ClientBase,
  accounts: readonly Uint8Array[],
): Promise<void> => {
  await client.query(REPLACE, [accounts])
}
