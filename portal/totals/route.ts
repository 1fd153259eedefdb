import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { columns, compareTotals } from './compare.ts'
import { totalsExport } from './export.ts'
import { totalsJson } from './json.ts'
import { createCount } from './query.ts'

const unasked = { isProven: false, reason: 'No block is stored yet.' } as const

/** The control totals: opening + billed ± adjustments − payments = closing, by the contract and by the rows here. */
export const totalsPage = (db: Ledger, witness: Witness) => {
  const countTotals = createCount()
  return new Hono<PortalEnv>().get('/totals', (c) =>
    answer(c, db, {
      ask: async (db) => {
        const counted = await countTotals(db)
        return { counted, ...compareTotals(counted, unasked) }
      },
      askNode: async ({ counted }, standing) => ({
        counted,
        ...compareTotals(counted, standing === null ? unasked : await witness.totals(standing)),
      }),
      nodeTag: ({ periods, ever }) =>
        `${ever.verdict}-${periods.filter(({ verdict }) => verdict === 'fail').length}`,
      json: totalsJson,
      csv: totalsExport(countTotals),
      view: (found) => ['totals/view', { ...found, columns }],
    }),
  )
}
