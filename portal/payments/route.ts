import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { readCursor } from '../list/cursor.ts'
import { answerCsv } from '../list/export.ts'
import { newestEntries } from '../ledger/query.ts'
import type { Ledger } from '../readOnly.ts'
import { only } from '../record/entry.ts'
import { paymentJson } from '../record/paymentJson.ts'
import { reversalOf, reversalsOf } from '../record/reversals.ts'
import { whose } from '../record/whose.ts'
import { paymentsCsvUrl, paymentsUrl } from '../url.ts'
import { paymentsExport } from './export.ts'
import { moneyTotals } from './query.ts'

/** Every payment, newest first, and what was billed and paid in all; as `.csv` all of them in one file. */
export const paymentsPage = (db: Ledger) =>
  new Hono<PortalEnv>()
    .get('/payments.csv', (c) => answerCsv(c, db, paymentsExport))
    .get('/payments', (c) => {
      const before = readCursor(c.req.query('before'))
      return answer(c, db, {
        ask: async (db) => {
          const { entries, next } = await newestEntries(db, { kind: 'payment', before })
          const payments = only(entries, 'PaymentMade')
          const reversals = await reversalsOf(db, payments)
          return {
            payments: payments.map((payment) => ({
              payment,
              reversal: reversalOf(payment, reversals),
            })),
            next,
            totals: await moneyTotals(db),
          }
        },
        json: ({ payments, next, totals }) => ({
          totals: {
            billedPaise: String(totals.billed),
            adjustedPaise: String(totals.adjusted),
            paidPaise: String(totals.paid),
            owedPaise: String(totals.owed),
          },
          payments: payments.map(({ payment, reversal }) => {
            const owner = whose(payment.account)
            return {
              account: owner.kind === 'account' ? owner.code : null,
              ...paymentJson(payment, reversal !== null),
            }
          }),
          next: next === null ? null : paymentsUrl(next),
        }),
        view: (found) => [
          'payments/view',
          { ...found, isFirst: before === null, csv: paymentsCsvUrl() },
        ],
        watch: () => (before === null ? 'ledger' : 'nothing'),
      })
    })
