import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { rateJson } from '../record/rateJson.ts'
import { findRate } from './query.ts'

/** One tariff: what it charges, from when to when, and by which order. */
export const tariffPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/tariffs/:tariff', (c) => {
    const tariff = readTariffId(c.req.param('tariff'))
    return answer(c, db, {
      ask: (db) => findRate(db, tariff),
      json: ({ found }) => ({ tariff: rateJson(found) }),
      view: (found, standing) => ['tariff/view', { ...found, today: standing?.today ?? null }],
    })
  })

const readTariffId = (text: string): number => {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new BadInput(
    `"${text}" is not a tariff’s number.`,
    'Tariffs are numbered 1, 2, 3 and so on.',
  )
}
