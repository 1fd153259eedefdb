import { Hono } from 'hono'
import type { PortalEnv } from '../answer.ts'
import { type Ledger, snapshot } from '../readOnly.ts'
import { find } from './query.ts'
import { readWanted } from './wanted.ts'

/** The one search field: leads to the page of what was typed, or says why it can't. */
export const searchPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/search', async (c) => {
    const wanted = readWanted(c.req.query('q') ?? '')
    const address = await snapshot(db, (db) => find(db, wanted))
    return c.var.format === 'json' ? c.json({ found: address }) : c.redirect(address, 303)
  })
