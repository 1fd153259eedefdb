import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { BadInput } from '../problem/problem.ts'
import { dayNumber } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'
import { accountsUrl } from '../url.ts'
import { accountsExport } from './export.ts'
import { listAccounts } from './query.ts'
import { plain } from '../words/t.ts'

/** Every account: its code, its category and what it owes. */
export const accountsPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/accounts', (c) => {
    const after = readAfter(c.req.query('after'))
    return answer(c, db, {
      ask: (db, standing) => listAccounts(db, after, standing?.today ?? dayNumber(0)),
      json: ({ accounts, next }) => ({
        accounts: accounts.map(({ code, category, balance }) => ({
          code,
          category,
          balancePaise: String(balance),
        })),
        next: next === null ? null : accountsUrl(next),
      }),
      csv: accountsExport,
      view: (found) => ['accounts/view', { ...found, isFirst: after === null }],
    })
  })

const readAfter = (text: string | undefined): Hex | null => {
  if (text === undefined) return null
  if (/^0x[0-9a-f]{64}$/.test(text)) return text as Hex
  throw new BadInput(plain('problem.notPlace', { text }), plain('problem.followLinks'))
}
