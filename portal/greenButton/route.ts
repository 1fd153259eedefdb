import { Hono } from 'hono'
import { measuredOf } from '../account/measured.ts'
import { readAccount } from '../account/query.ts'
import type { PortalEnv } from '../answer.ts'
import { type Ledger, snapshot } from '../readOnly.ts'
import { readAccountKey } from '../record/findAccount.ts'
import type { HistoryOf } from '../record/keptHistories.ts'
import { readStanding } from '../record/standing.ts'
import { greenButtonFeed } from './feed.ts'

/** An account's consumption for other programs: Green Button's download of one's own data. */
export const greenButtonFile = (db: Ledger, historyOf: HistoryOf) =>
  new Hono<PortalEnv>().get('/accounts/:account/green-button.xml', async (c) => {
    const key = readAccountKey(c.req.param('account'))
    const { history, timestamp } = await snapshot(db, async (db) => {
      const standing = await readStanding(db)
      return {
        history: await readAccount(db, key, standing, historyOf),
        timestamp: standing?.timestamp ?? 0,
      }
    })
    const { account, code, bills } = history
    const feed = greenButtonFeed({ account, code, stretches: measuredOf(bills), timestamp })
    c.header('content-type', 'application/atom+xml; charset=utf-8')
    c.header('content-disposition', `attachment; filename="green-button-${code}.xml"`)
    c.header('cache-control', 'no-cache')
    return c.body(feed)
  })
