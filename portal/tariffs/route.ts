import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Ledger } from '../readOnly.ts'
import { allRates, type RateVersion } from '../record/rates.ts'
import { rateJson } from '../record/rateJson.ts'
import { rateDifferences } from '../tariff/differences.ts'
import { inAllJson, pricedInAll } from '../tariff/query.ts'
import { tariffsExport } from './export.ts'

/** Every tariff ever set, as a timeline for each category. */
export const tariffsPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/tariffs', (c) =>
    answer(c, db, {
      ask: async (db, standing) => ({
        rates: await allRates(db),
        inAllOf: await pricedInAll(db, standing),
      }),
      json: ({ rates, inAllOf }) => ({
        tariffs: rates.map((version) => ({
          ...rateJson(version),
          inAll: inAllJson(inAllOf(version.tariff.tariff)),
        })),
      }),
      csv: tariffsExport,
      view: ({ rates, inAllOf }, standing) => [
        'tariffs/view',
        {
          categories: Map.groupBy(rates, ({ tariff }) => tariff.category),
          changesOf,
          inAllOf,
          today: standing?.today ?? null,
        },
      ],
    }),
  )

/** In how many lines a tariff differs from the one of its category in force before it; null for the first. */
const changesOf = (version: RateVersion, ofCategory: readonly RateVersion[]): number | null => {
  const before = ofCategory.findLast(
    ({ tariff, withdrawn }) =>
      withdrawn === null && tariff.effectiveFrom < version.tariff.effectiveFrom,
  )
  return before === undefined ? null : rateDifferences(before.tariff, version.tariff).length
}
