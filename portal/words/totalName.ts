import { plain } from './t.ts'

/** A column of the control totals. */
export type TotalColumn = 'opening' | 'billed' | 'adjusted' | 'paid' | 'closing'

/** What the columns of the control totals are called. */
export const totalName = (column: TotalColumn): string => plain(`total.${column}`)
