import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { ages } from '../board/ages.ts'
import { todayOf } from '../record/standing.ts'
import { readCategory } from '../list/category.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { dueUrl } from '../url.ts'
import { dueExport } from './export.ts'
import { openSumJson } from './json.ts'
import { listOpen, type OpenCursor, type OpenFilter } from './query.ts'
import { plain } from '../words/t.ts'

/** The sums behind a number of the ageing: whose they are, of which bill, due when. */
export const duePage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/due', (c) => {
    const category = readCategory(c.req.query('category'))
    const what = readWhat(c.req.query('age'))
    const after = readAfter(c.req.query('after'))
    const age = typeof what === 'object' ? what.id : what
    const here = (after?: string) => dueUrl({ category, age, after })
    return answer(c, db, {
      ask: async (db, standing) => {
        const { sums, next } = await listOpen(db, { category, what }, after, todayOf(standing))
        return { sums, next: next === null ? null : here(afterText(next)) }
      },
      json: ({ sums, next }) => ({
        sums: sums.map(openSumJson),
        next,
      }),
      view: (found) => [
        'due/view',
        { ...found, category: category ?? null, what, first: here(), isFirst: after === null },
      ],
      csv: dueExport({ category, what }, age),
      isOfItsBlock: false,
    })
  })

const readWhat = (text = '0-30'): OpenFilter['what'] => {
  if (text === 'not-due' || text === 'held' || text === 'credit') return text
  const age = ages.find(({ id }) => id === text)
  if (age !== undefined) return age
  throw new BadInput(
    plain('problem.notColumn', { text }),
    plain('problem.columnsAre', { columns: ages.map(({ id }) => id).join(', ') }),
  )
}

const readAfter = (text: string | undefined): OpenCursor | null => {
  if (text === undefined) return null
  const [, dueDay, account, bill] = /^(\d{1,9})-(0x[0-9a-f]{64})-(\d{1,10})$/.exec(text) ?? []
  if (dueDay !== undefined && account !== undefined && bill !== undefined)
    return { dueDay: Number(dueDay), account: account as Hex, bill: Number(bill) }
  throw new BadInput(plain('problem.notPlace', { text }), plain('problem.followLinks'))
}

const afterText = ({ dueDay, account, bill }: OpenCursor): string => `${dueDay}-${account}-${bill}`
