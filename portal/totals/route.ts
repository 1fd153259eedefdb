import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import { columns, type ComparedTotals, compareTotals } from './compare.ts'
import { totalsExport } from './export.ts'
import { totalsJson } from './json.ts'
import { type CountedTotals, countTotals } from './query.ts'

const unasked = { isProven: false, reason: 'No block is stored yet.' } as const
const notAddedUp = {
  isProven: false,
  reason: 'The ledger is being read for the first time, and its days are added up at the end.',
} as const

/** The control totals: opening + billed ± adjustments − payments = closing, by the contract and by the rows here. */
export const totalsPage = (db: Ledger, witness: Witness) =>
  new Hono<PortalEnv>().get('/totals', (c) =>
    answer(c, db, {
      ask: async (db) => {
        const counted = await countTotals(db)
        return { counted, ...compareTotals(counted, unasked) }
      },
      askNode: async ({ counted }, standing) => ({
        counted,
        ...(await compareNow(witness, standing, counted)),
      }),
      nodeTag: ({ periods, ever }) =>
        ever.verdict === 'unknown'
          ? null
          : `${ever.verdict}-${periods.filter(({ verdict }) => verdict === 'fail').length}`,
      json: totalsJson,
      csv: totalsExport,
      view: (found) => ['totals/view', { ...found, columns }],
    }),
  )

/** During a first load the sums by day follow their rows later: until then there is nothing to compare. */
const compareNow = async (
  witness: Witness,
  standing: Standing | null,
  counted: CountedTotals,
): Promise<ComparedTotals> => {
  if (standing === null) return compareTotals(counted, unasked)
  if (standing.isAddedUp) return compareTotals(counted, await witness.totals(standing))
  const { periods, ever, reason } = compareTotals(counted, notAddedUp)
  return { periods: periods.map((line) => ({ ...line, verdict: 'unknown' })), ever, reason }
}
