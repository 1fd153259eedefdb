import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { todayOf } from '../record/standing.ts'
import { placeFrom, readOrder } from '../list/order.ts'
import { findEntries } from '../ledger/search.ts'
import type { Ledger } from '../readOnly.ts'
import { only } from '../record/entry.ts'
import { keepBySnapshot } from '../record/keepBySnapshot.ts'
import { reversalOf, reversalsOf } from '../record/reversals.ts'
import { paymentsUrl } from '../url.ts'
import { channelIds } from '../words/channel.ts'
import { paymentsExport } from './export.ts'
import { type PaymentFilter, readPaymentFilter } from './filter.ts'
import { paymentsJson } from './json.ts'
import { moneyTotals } from './query.ts'
import { readSubtotals } from './subtotals.ts'

/** The fields of the filter's form, as the address carries them. */
const fields = ['channel', 'from', 'to', 'sort'] as const

/** Payments, as far as the filter in the address lets them through, and what was billed and paid in all. */
export const paymentsPage = (db: Ledger) => {
  const totalsOf = keepBySnapshot(moneyTotals)
  return new Hono<PortalEnv>().get('/payments', (c) => {
    const asked = c.req.query()
    const filter = readPaymentFilter(asked)
    const order = readOrder(asked)
    const typed = Object.fromEntries(fields.map((name) => [name, asked[name] ?? '']))
    return answer(c, db, {
      ask: async (db, standing) => {
        const found = await findEntries(db, entriesOf(filter), order, todayOf(standing))
        const payments = only(found.entries, 'PaymentMade')
        const reversals = await reversalsOf(db, payments)
        const { next } = found
        return {
          payments: payments.map((payment) => ({
            payment,
            reversal: reversalOf(payment, reversals),
          })),
          next: next === null ? null : paymentsUrl({ ...typed, ...placeFrom(order, next) }),
          isUnfinished: found.isUnfinished,
          totals: await totalsOf(db, standing),
          subtotals: await readSubtotals(db, filter),
        }
      },
      json: paymentsJson,
      csv: paymentsExport(filter, order),
      view: (found) => [
        'payments/view',
        {
          ...found,
          typed,
          channels: channelIds,
          isNarrowed: typed['channel'] !== '' || typed['from'] !== '' || typed['to'] !== '',
          first: paymentsUrl(typed),
          isFirst: order.place === null,
          isOldestFirst: order.isOldestFirst,
        },
      ],
      watch: () => (order.place === null ? 'ledger' : 'nothing'),
    })
  })
}

/** The same as a filter of the ledger. */
const entriesOf = (filter: PaymentFilter) => ({
  ...filter,
  list: { id: 'payment', kind: 'payment' } as const,
  category: undefined,
  account: undefined,
  actor: undefined,
  least: undefined,
  most: undefined,
})
