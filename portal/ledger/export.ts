import { readCursor } from '../list/cursor.ts'
import { exportByKey, type ListExport } from '../list/listExport.ts'
import type { Order } from '../list/order.ts'
import { entryColumns, entryRow } from '../record/entriesExport.ts'
import type { Entry } from '../record/entry.ts'
import { todayOf } from '../record/standing.ts'
import { type EstimateNote, readEstimates } from './estimates.ts'
import type { Filter } from './filter.ts'
import { findEntries } from './search.ts'

/** Entries looked through for a chunk, where a filter has to look at them one by one. */
const LOOKED_THROUGH = 20_000

/** The ledger, as the filter narrows it. Estimates with what followed and went before them. */
export const ledgerExport = (filter: Filter, order: Order): ListExport => {
  const { list } = filter
  const isOfEstimates = list?.kind === 'reading' && list.reading === 2
  const columns = [...entryColumns(list?.kind), ...(isOfEstimates ? noteColumns : [])]
  return exportByKey(
    list?.id ?? 'ledger',
    columns,
    async (db, before: string | null, limit, at) => {
      const from = { ...order, place: readCursor(before ?? undefined) }
      const looked = { limit, lookThrough: LOOKED_THROUGH }
      const { entries, next } = await findEntries(db, filter, from, todayOf(at), looked)
      const notes: ReadonlyMap<Entry, EstimateNote> = isOfEstimates
        ? await readEstimates(db, entries)
        : new Map()
      const rows = entries.map((entry) => {
        const note = notes.get(entry)
        return { ...entryRow(entry, list?.kind), ...(note === undefined ? {} : noteRow(note)) }
      })
      return { rows, next }
    },
  )
}

const noteColumns = ['estimateState', 'followsBill', 'correctedByBill']

const noteRow = ({ check, follows, correctedBy }: EstimateNote) => ({
  estimateState: check?.state ?? null,
  followsBill: follows,
  correctedByBill: correctedBy?.bill ?? null,
})
