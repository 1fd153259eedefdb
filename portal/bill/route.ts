import { Hono } from 'hono'
import { readAccount } from '../account/query.ts'
import { answer, type PortalContext, type PortalEnv } from '../answer.ts'
import { checkHead, type HeadCheck, headTag } from '../derive/checkHead.ts'
import type { Witness } from '../node/witness.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { readAccountKey } from '../record/findAccount.ts'
import type { HistoryOf } from '../record/keptHistories.ts'
import { billUrl } from '../url.ts'
import { billPageJson } from './json.ts'
import { billOf, type FoundBill } from './query.ts'
import { billSummary } from './summary.ts'
import { whyRate } from './whyRate.ts'
import { plain } from '../words/t.ts'

/** One bill, every line of it worked out again: reading, rate, bill, payments, and whether all agrees with the chain. */
export const billPage = (db: Ledger, witness: Witness, historyOf: HistoryOf) =>
  new Hono<PortalEnv>().get('/accounts/:account/bills/:number', (c) => {
    const key = readAccountKey(c.req.param('account'))
    const number = readBillNumber(c.req.param('number'))
    return answer(c, db, {
      ask: async (db, standing) => ({
        ...billOf(await readAccount(db, key, standing, historyOf), number),
        head: null as HeadCheck | null,
      }),
      askNode: async (found, standing) => ({
        ...found,
        head:
          standing === null
            ? null
            : await checkHead(witness, found.history.account, found.history.entries, standing),
      }),
      nodeTag: headTag,
      of: ({ history }) => history,
      json: billPageJson,
      view: (found) => [
        'bill/view',
        {
          ...found,
          ...billSummary(found),
          whyRate,
          manifest: witness.manifest,
          permalink: permalink(c, found),
        },
      ],
      watch: ({ history }) => ({ account: history.account }),
    })
  })

/** The bill's whole address, and behind it the fingerprint of what its account held when it was printed. */
const permalink = (c: PortalContext, { history, bill, head }: FoundBill & Headed): string => {
  const { origin } = new URL(c.req.url)
  return `${origin}${billUrl(history.code, bill.issued.fields.number)}#${head?.here ?? ''}`
}

type Headed = { readonly head: HeadCheck | null }

/** Throws `BadInput`. */
export const readBillNumber = (text: string): number => {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new BadInput(plain('problem.notBillNumber', { text }), plain('problem.billsNumbered'))
}
