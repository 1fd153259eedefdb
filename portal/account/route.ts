import { Hono } from 'hono'
import { dayNumber } from '../../contracts/rules/units.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { checkHead, type HeadCheck, headTag } from '../derive/checkHead.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { readAccountKey } from '../record/findAccount.ts'
import { accountExport } from './export.ts'
import type { HistoryOf } from '../record/keptHistories.ts'
import { accountJson } from './json.ts'
import { readAccount } from './query.ts'
import { readBefore } from './part.ts'
import { accountSummary } from './summary.ts'

/** One account: what is owed, whether all of it is here, then bills, payments, readings, agreement and every entry. */
export const accountPage = (db: Ledger, witness: Witness, historyOf: HistoryOf) =>
  new Hono<PortalEnv>().get('/accounts/:account', (c) => {
    const key = readAccountKey(c.req.param('account'))
    const before = readBefore(c.req.query('before'))
    return answer(c, db, {
      ask: async (db, standing) => ({
        history: await readAccount(db, key, standing, historyOf),
        head: null as HeadCheck | null,
      }),
      askNode: async ({ history }, standing) => ({
        history,
        head:
          standing === null
            ? null
            : await checkHead(witness, history.account, history.entries, standing),
      }),
      nodeTag: headTag,
      of: ({ history }) => history,
      json: (found, standing) => accountJson(found, standing?.today ?? dayNumber(0)),
      csv: accountExport(key),
      view: ({ history, head }, standing) => [
        'account/view',
        {
          ...accountSummary(history, standing?.today ?? dayNumber(0), before),
          head,
          manifest: witness.manifest,
        },
      ],
      watch: ({ history }) => ({ account: history.account }),
    })
  })
