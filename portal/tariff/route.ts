import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { readCursor } from '../list/cursor.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entryJson } from '../record/entryJson.ts'
import { rateJson } from '../record/rateJson.ts'
import { tariffUrl } from '../url.ts'
import { rateDifferences } from './differences.ts'
import { pricedExport } from './export.ts'
import { findRate, inAllJson, pricedBy, pricedInAll } from './query.ts'
import { plain } from '../words/t.ts'

/** One tariff: what it charges, what it changed, from when to when, by which order, and which bills it priced. */
export const tariffPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/tariffs/:tariff', (c) => {
    const tariff = readTariffId(c.req.param('tariff'))
    const before = readCursor(c.req.query('before'))
    return answer(c, db, {
      ask: async (db, standing) => ({
        ...(await findRate(db, tariff)),
        inAll: (await pricedInAll(db, standing))(tariff),
        priced: await pricedBy(db, tariff, before),
      }),
      json: ({ found, previous, inAll, priced }) => ({
        tariff: rateJson(found),
        previous: previous?.tariff.tariff ?? null,
        inAll: inAllJson(inAll),
        priced: priced.parts.map((part) => ({
          ...entryJson(part),
          isSuperseded: part.isSuperseded,
        })),
        next: priced.next === null ? null : tariffUrl(tariff, priced.next),
      }),
      csv: pricedExport(tariff),
      view: (page, standing) => [
        'tariff/view',
        {
          ...page,
          differences:
            page.previous === null ? [] : rateDifferences(page.previous.tariff, page.found.tariff),
          isFirst: before === null,
          today: standing?.today ?? null,
        },
      ],
      watch: () => (before === null ? 'ledger' : 'nothing'),
    })
  })

const readTariffId = (text: string): number => {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new BadInput(plain('problem.notTariffNumber', { text }), plain('problem.tariffsNumbered'))
}
