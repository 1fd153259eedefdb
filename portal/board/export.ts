import type { DayNumber } from '../../contracts/rules/units.ts'
import { exportByKey } from '../list/listExport.ts'
import { todayOf } from '../record/standing.ts'
import { daysBefore } from './ages.ts'
import { receiptsJson } from './json.ts'
import { readReceipts } from './receipts.ts'

const columns = [
  'day',
  'channel',
  'received',
  'receivedPaise',
  'returned',
  'returnedPaise',
  'netPaise',
] as const

/** Receipts by day and channel, newest first, from this day (or today) back to the first. */
export const receiptsExport = (to: DayNumber | undefined) =>
  exportByKey('receipts', columns, async (db, upTo: DayNumber | null, _, standing) => {
    const page = await readReceipts(db, upTo ?? to ?? todayOf(standing))
    return {
      rows: page.receipts.map(receiptsJson),
      next: page.hasEarlier ? daysBefore(page.from, 1) : null,
    }
  })
