import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { roleNames } from '../record/roleName.ts'
import { todayOf } from '../record/standing.ts'
import { placeFrom, readOrder } from '../list/order.ts'
import { keepBySnapshot } from '../record/keepBySnapshot.ts'
import { readRoles } from '../record/keys.ts'
import type { Ledger } from '../readOnly.ts'
import { ledgerUrl } from '../url.ts'
import { readEstimates } from './estimates.ts'
import { ledgerExport } from './export.ts'
import { trendColumns } from './columns.ts'
import { readFilter } from './filter.ts'
import { ledgerJson } from './json.ts'
import { lists } from './lists.ts'
import { readCategories, totalsByKind } from './query.ts'
import { findEntries } from './search.ts'
import { readTrend } from './trend.ts'

/** The fields of the filter's form, as the address carries them. */
const fields = [
  'kind',
  'category',
  'account',
  'actor',
  'from',
  'to',
  'least',
  'most',
  'sort',
] as const

/** Those that the form shows where one of them is asked for, and that the rates by month don't follow. */
const furtherFields = ['category', 'account', 'actor', 'least', 'most'] as const

/** Entries beside all rates by month, or beside one: together they stay below 60 kB in every language. */
const BESIDE_RATES = 30
const BESIDE_ONE = 40

const anyDay = { from: undefined, to: undefined }

/** Every entry of every account, newest first, as far as the filter in the address lets it through; how many by month above. */
export const ledgerPage = (db: Ledger) => {
  const besideList = keepBySnapshot(async (db, standing) => ({
    totals: await totalsByKind(db),
    categories: await readCategories(db),
    roles: await readRoles(db),
    trend: await readTrend(db, anyDay, todayOf(standing)),
  }))
  return new Hono<PortalEnv>().get('/ledger', (c) => {
    const asked = c.req.query()
    const filter = readFilter(asked)
    const order = readOrder(asked)
    const columns = trendColumns(filter.list ?? null)
    const typed = Object.fromEntries(fields.map((name) => [name, asked[name] ?? '']))
    return answer(c, db, {
      ask: async (db, standing) => {
        const limit = columns.length > 1 ? BESIDE_RATES : BESIDE_ONE
        const found = await findEntries(db, filter, order, todayOf(standing), { limit })
        const beside = await besideList(db, standing)
        const isAnyDay = filter.from === undefined && filter.to === undefined
        return {
          ...found,
          estimates: await readEstimates(db, found.entries),
          next:
            found.next === null ? null : ledgerUrl({ ...typed, ...placeFrom(order, found.next) }),
          ...beside,
          trend: isAnyDay ? beside.trend : await readTrend(db, filter, todayOf(standing)),
        }
      },
      json: ledgerJson,
      csv: ledgerExport(filter, order),
      view: (found) => [
        'ledger/view',
        {
          ...found,
          typed,
          lists,
          list: filter.list ?? null,
          roleNames,
          columns,
          isNarrowed: fields.some((name) => name !== 'sort' && typed[name] !== ''),
          isNarrowedFurther: furtherFields.some((name) => typed[name] !== ''),
          first: ledgerUrl(typed),
          isFirst: order.place === null,
          isOldestFirst: order.isOldestFirst,
        },
      ],
      isOfItsBlock: false,
      watch: () => (order.place === null ? 'ledger' : 'nothing'),
    })
  })
}
