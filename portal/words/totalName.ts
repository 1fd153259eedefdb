import { plain } from './t.ts'

/** A column of the control totals. */
type TotalColumn = 'opening' | 'billed' | 'adjusted' | 'paid' | 'closing'

/** What the columns of the control totals are called. */
export const totalName = (column: TotalColumn): string => plain(`total.${column}`)

const labels = {
  opening: 'totals.columnOpening',
  billed: 'totals.columnBilled',
  adjusted: 'totals.columnAdjusted',
  paid: 'totals.columnPaid',
  closing: 'totals.columnClosing',
} as const

/** The same in a word, beside the figure on a narrow screen. */
export const totalLabel = (column: TotalColumn): string => plain(labels[column])
