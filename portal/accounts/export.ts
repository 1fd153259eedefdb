import type { Hex } from '../../contracts/events/hex.ts'
import { todayOf } from '../record/standing.ts'
import { exportByKey } from '../list/listExport.ts'
import { listAccounts } from './query.ts'

const columns = ['account', 'accountId', 'category', 'balancePaise'] as const

/** Every account, in the order of the codes. */
export const accountsExport = exportByKey(
  'accounts',
  columns,
  async (db, after: Hex | null, limit, standing) => {
    const { accounts, next } = await listAccounts(db, after, todayOf(standing), limit)
    return {
      rows: accounts.map(({ account, code, category, balance }) => ({
        account: code,
        accountId: account,
        category,
        balancePaise: String(balance),
      })),
      next,
    }
  },
)
