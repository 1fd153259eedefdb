import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import { dayNumber, paise } from '../../contracts/rules/units.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { readCategories } from '../ledger/query.ts'
import { readCategory } from '../list/category.ts'
import { readColumnSort, sortText } from '../list/columnSort.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { accountsUrl } from '../url.ts'
import { plain } from '../words/t.ts'
import { accountsExport } from './export.ts'
import { accountsJson } from './json.ts'
import { accountColumns, type AccountCursor, listAccounts, readTogether } from './query.ts'

/** Accounts: their codes, their categories and what they owe. */
export const accountsPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/accounts', (c) => {
    const category = readCategory(c.req.query('category'))
    const sort = readColumnSort(c.req.query('sort'), accountColumns)
    const after = readAfter(c.req.query('after'))
    const order = sortText(sort)
    const sorted = (order: string, after?: string) =>
      accountsUrl({ category, sort: asked(order), after })
    return answer(c, db, {
      ask: async (db, standing) => {
        const today = standing?.today ?? dayNumber(0)
        const { accounts, next } = await listAccounts(db, category, sort, after, today)
        return {
          accounts,
          next: next === null ? null : sorted(order, afterText(next)),
          together: await readTogether(db, category, standing),
          categories: await readCategories(db),
        }
      },
      json: accountsJson,
      csv: accountsExport(category, sort),
      view: (found) => [
        'accounts/view',
        {
          ...found,
          category: category ?? null,
          sort,
          sorted,
          order: asked(order),
          first: sorted(order),
          isFirst: after === null,
        },
      ],
      isOfItsBlock: false,
    })
  })

/** The usual order is not said. */
const asked = (order: string): string | undefined =>
  order === accountColumns[0] ? undefined : order

const readAfter = (text: string | undefined): AccountCursor | null => {
  if (text === undefined) return null
  const [, balance, account] = /^(-?\d{1,30})-(0x[0-9a-f]{64})$/.exec(text) ?? []
  if (balance && account) return { balance: paise(BigInt(balance)), account: account as Hex }
  throw new BadInput(plain('problem.notPlace', { text }), plain('problem.followLinks'))
}

const afterText = ({ balance, account }: AccountCursor): string => `${balance}-${account}`
