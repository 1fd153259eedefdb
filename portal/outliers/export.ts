import { formatDay } from '../../contracts/rules/day.ts'
import type { OutlierRule } from '../../contracts/rules/outliers.ts'
import { readCursor } from '../list/cursor.ts'
import { exportByKey, type ListExport } from '../list/listExport.ts'
import { readOutliers } from './query.ts'

/** Every reading that stands out by a rule, newest first, in the columns of the page's JSON. */
export const outliersExport = (rule: OutlierRule): ListExport =>
  exportByKey(
    `outliers-${rule}`,
    ['account', 'bill', 'start', 'end', 'wh', 'measured', 'expected', 'isCorrected', 'block'],
    async (db, before: string | null, limit) => {
      const { lines, next } = await readOutliers(db, rule, readCursor(before ?? undefined), limit)
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
