import { todayOf } from '../record/standing.ts'
import { exportByKey } from '../list/listExport.ts'
import { openSumJson } from './json.ts'
import { type DueSort, listOpen, type OpenCursor, type OpenFilter } from './query.ts'

const columns = ['account', 'category', 'bill', 'dueDay', 'amountPaise'] as const

/** The open sums that the filter lets through, as its page lists them. */
export const dueExport = (filter: OpenFilter, sort: DueSort, name: string) =>
  exportByKey(name, columns, async (db, after: OpenCursor | null, limit, standing) => {
    const { sums, next } = await listOpen(db, filter, sort, after, todayOf(standing), limit)
    return { rows: sums.map(openSumJson), next }
  })
