import { newestEntries, totalsByKind } from '../ledger/query.ts'
import type { Ledger } from '../readOnly.ts'
import type { Entry } from '../record/entry.ts'

export interface Home {
  readonly entries: number
  readonly latest: readonly Entry[]
}

export const readHome = async (db: Ledger): Promise<Home> => ({
  entries: (await totalsByKind(db)).reduce((sum, total) => sum + total.entries, 0),
  // A charge is said with its bill.
  latest: (await newestEntries(db, { without: 'charge', before: null, limit: 8 })).entries,
})
