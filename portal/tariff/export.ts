import { readCursor } from '../list/cursor.ts'
import { exportByKey } from '../list/listExport.ts'
import { entryColumns, entryRow } from '../record/entriesExport.ts'
import { findRate, pricedBy } from './query.ts'

/** Every part of a bill that a tariff priced, newest first; those that a correction charged anew are marked. */
export const pricedExport = (tariff: number) =>
  exportByKey(
    `priced-by-tariff-${tariff}`,
    [...entryColumns('charge'), 'isSuperseded'],
    async (db, before: string | null, limit) => {
      if (before === null) await findRate(db, tariff)
      const { parts, next } = await pricedBy(db, tariff, readCursor(before ?? undefined), limit)
      const rows = parts.map(({ isSuperseded, ...part }) => ({
        ...entryRow(part, 'charge'),
        isSuperseded,
      }))
      return { rows, next }
    },
  )
