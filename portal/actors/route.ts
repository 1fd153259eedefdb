import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Ledger } from '../readOnly.ts'
import { actorsExport } from './export.ts'
import { actorsJson } from './json.ts'
import { readHeldRoles } from './keys.ts'

/** Who may record what: every key with a role, when it was granted and by whom, and how often it was used. */
export const actorsPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/actors', (c) =>
    answer(c, db, {
      ask: async (db) => ({ roles: await readHeldRoles(db) }),
      json: actorsJson,
      csv: actorsExport,
      view: (found) => ['actors/view', found],
    }),
  )
