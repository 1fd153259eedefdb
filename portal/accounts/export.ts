import { exportByKey } from '../list/listExport.ts'
import { todayOf } from '../record/standing.ts'
import { type AccountCursor, type AccountSort, listAccounts } from './query.ts'

const columns = ['account', 'accountId', 'category', 'balancePaise'] as const

/** The accounts of a category or all, in the order of their page. */
export const accountsExport = (category: number | undefined, sort: AccountSort) =>
  exportByKey('accounts', columns, async (db, after: AccountCursor | null, limit, standing) => {
    const today = todayOf(standing)
    const { accounts, next } = await listAccounts(db, category, sort, after, today, limit)
    return {
      rows: accounts.map(({ account, code, category, balance }) => ({
        account: code,
        accountId: account,
        category,
        balancePaise: String(balance),
      })),
      next,
    }
  })
