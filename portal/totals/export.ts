import type { Row } from '../list/listExport.ts'
import { exportAtOnce } from '../list/listExport.ts'
import { compareTotals, type TotalsLine } from './compare.ts'
import { lineJson } from './json.ts'
import { countTotals } from './query.ts'

const account = ['opening', 'billed', 'adjusted', 'paid', 'closing'] as const
const sides = ['contract', 'here'] as const
const columns = [
  'from',
  'to',
  'closedMonth',
  ...sides.flatMap((side) => account.map((name) => column(side, name))),
  'agrees',
  'block',
  'transaction',
]

/** The control totals, period by period, by the contract's closings and by the rows; the last line is of what is not closed yet. */
export const totalsExport = exportAtOnce('totals', columns, async (db) => {
  const unasked = { isProven: false, reason: 'A file asks no node.' } as const
  return compareTotals(await countTotals(db), unasked).periods.map(rowOf)
})

const rowOf = (line: TotalsLine): Row => {
  const { contract, here, ...rest } = lineJson(line)
  return { ...rest, ...prefixed('contract', contract), ...prefixed('here', here) }
}

const prefixed = (side: (typeof sides)[number], sums: object | null) =>
  Object.fromEntries(
    Object.entries(sums ?? {}).map(([name, paise]) => [
      column(side, name.replace(/Paise$/, '')),
      String(paise),
    ]),
  )

function column(side: string, name: string): string {
  return `${side}${name[0]?.toUpperCase()}${name.slice(1)}Paise`
}
