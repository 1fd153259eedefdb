import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Ledger } from '../readOnly.ts'

/** What the ledger shows of a person, and what it does not. */
export const privacyPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/privacy', (c) =>
    answer(c, db, {
      ask: () => Promise.resolve({}),
      json: () => ({
        recorded: ['readings', 'bills', 'payments', 'loads and terms', 'keys'],
        notRecorded: ['names', 'addresses', 'telephone numbers', 'raw bank references'],
      }),
      view: () => ['privacy/view', {}],
      watch: () => 'nothing',
    }),
  )
