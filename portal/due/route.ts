import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { ages, overdue } from '../board/ages.ts'
import { todayOf } from '../record/standing.ts'
import { readCategory } from '../list/category.ts'
import { readColumnSort, sortText } from '../list/columnSort.ts'
import { paise } from '../../contracts/rules/units.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { dueUrl } from '../url.ts'
import { dueExport } from './export.ts'
import { openSumJson } from './json.ts'
import { dueColumns, listOpen, type OpenCursor, type OpenFilter, totalOpen } from './query.ts'
import { plain } from '../words/t.ts'

/** The sums behind a number of the ageing: whose they are, of which bill, due when. */
export const duePage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/due', (c) => {
    const category = readCategory(c.req.query('category'))
    const what = readWhat(c.req.query('age'))
    const filter = { category, what }
    const sort = readColumnSort(c.req.query('sort'), dueColumns)
    const after = readAfter(c.req.query('after'))
    const age = typeof what === 'object' ? what.id : what
    const isAsUsual = sort.column === 'due' && !sort.isDescending
    const here = (after?: string) =>
      dueUrl({ category, age, sort: isAsUsual ? undefined : sortText(sort), after })
    return answer(c, db, {
      ask: async (db, standing) => {
        const today = todayOf(standing)
        const { sums, next } = await listOpen(db, filter, sort, after, today)
        return {
          sums,
          next: next === null ? null : here(afterText(next)),
          together: await totalOpen(db, filter, today),
        }
      },
      json: ({ sums, next, together }) => ({
        together: { sums: together.sums, amountPaise: String(together.amount) },
        sums: sums.map(openSumJson),
        next,
      }),
      view: (found) => [
        'due/view',
        {
          ...found,
          category: category ?? null,
          what,
          sort,
          sorted: (sort: string) => dueUrl({ category, age, sort: sort === 'due' ? '' : sort }),
          first: here(),
          isFirst: after === null,
        },
      ],
      csv: dueExport(filter, sort, age),
      isOfItsBlock: false,
    })
  })

const readWhat = (text = overdue.id): OpenFilter['what'] => {
  if (text === 'not-due' || text === 'held' || text === 'credit') return text
  const each = [...ages, overdue]
  const age = each.find(({ id }) => id === text)
  if (age !== undefined) return age
  throw new BadInput(
    plain('problem.notColumn', { text }),
    plain('problem.columnsAre', { columns: each.map(({ id }) => id).join(', ') }),
  )
}

const readAfter = (text: string | undefined): OpenCursor | null => {
  if (text === undefined) return null
  const [, dueDay, account, bill, amount] =
    /^(\d{1,9})-(0x[0-9a-f]{64})-(\d{1,10})-(-?\d{1,30})$/.exec(text) ?? []
  if (dueDay && account && bill && amount)
    return {
      dueDay: Number(dueDay),
      account: account as Hex,
      bill: Number(bill),
      amount: paise(BigInt(amount)),
    }
  throw new BadInput(plain('problem.notPlace', { text }), plain('problem.followLinks'))
}

const afterText = ({ dueDay, account, bill, amount }: OpenCursor): string =>
  `${dueDay}-${account}-${bill}-${amount}`
