import { formatDay } from '../../contracts/rules/day.ts'
import { readCursor } from '../list/cursor.ts'
import { exportByKey, type ListExport } from '../list/listExport.ts'
import { type OutlierFilter, readOutliers } from './query.ts'

/** Every reading that stands out, as the filter narrows them, newest first, in the columns of the page's JSON. */
export const outliersExport = (filter: OutlierFilter): ListExport =>
  exportByKey(
    `outliers-${filter.rule}`,
    ['account', 'bill', 'start', 'end', 'wh', 'measured', 'expected', 'isCorrected', 'block'],
    async (db, before: string | null, limit) => {
      const { lines, next } = await readOutliers(db, filter, readCursor(before ?? undefined), limit)
      const rows = lines.map(({ code, bill, measured, expected, isCorrected, reading }) => ({
        account: code,
        bill,
        start: formatDay(reading.fields.start),
        end: formatDay(reading.fields.end),
        wh: String(reading.fields.wh),
        measured: String(measured),
        expected: String(expected),
        isCorrected,
        block: reading.at.block,
      }))
      return { rows, next }
    },
  )
