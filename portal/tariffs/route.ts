import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Ledger } from '../readOnly.ts'
import { allRates } from '../record/rates.ts'
import { rateJson } from '../record/rateJson.ts'

/** Every tariff ever set, as a timeline for each category. */
export const tariffsPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/tariffs', (c) =>
    answer(c, db, {
      ask: (db) => allRates(db),
      json: (rates) => ({ tariffs: rates.map(rateJson) }),
      view: (rates, standing) => [
        'tariffs/view',
        {
          categories: Map.groupBy(rates, ({ tariff }) => tariff.category),
          today: standing?.today ?? null,
        },
      ],
    }),
  )
