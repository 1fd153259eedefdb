import { outlierName } from '../words/outlier.ts'
import { plain } from '../words/t.ts'
import type { List } from './lists.ts'

/** What the trend counts, and among what, where a rate says something: kinds of the days' totals. */
export interface Column {
  readonly kind: string
  readonly among: NonNullable<List['among']> | null
  /** At the head of a table; `name` stands alone. */
  readonly label: string
  readonly name: string
}

const column = (kind: string, among: Column['among'], label: string, name = label): Column => ({
  kind,
  among,
  label,
  name,
})

/** Of one list its own entries, none where no total counts them; of the whole ledger bills, and what an auditor watches. */
export const trendColumns = (list: List | null): readonly Column[] => {
  if (list?.follows !== undefined) return []
  if (list !== null) {
    const kind = list.reading === undefined ? list.kind : list.id
    return [column(kind, list.among ?? null, plain('ledger.entries'))]
  }
  return [
    column('bill', null, plain('ledger.bills')),
    column('estimated', 'reading', plain('ledger.estimates')),
    column('manual', 'reading', plain('ledger.byHand'), plain('ledger.readByHand')),
    column('late', 'reading', plain('ledger.late'), outlierName('late')),
    column('revision', 'bill', plain('ledger.corrections')),
    column('adjustment', 'bill', plain('ledger.adjustments')),
    column('dispute', 'bill', plain('ledger.disputes')),
  ]
}
