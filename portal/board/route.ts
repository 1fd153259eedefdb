import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { readDay } from '../list/day.ts'
import type { Ledger } from '../readOnly.ts'
import { todayOf } from '../record/standing.ts'
import { ages } from './ages.ts'
import { receiptsExport } from './export.ts'
import { boardJson } from './json.ts'
import { readBoard } from './query.ts'
import { DAYS } from './receipts.ts'

/** The board's books: what is overdue by category and age, and receipts by day and channel. */
export const boardPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/board', (c) => {
    const to = readDay(c.req.query('to'))
    return answer(c, db, {
      ask: (db, standing) => readBoard(db, standing, to ?? todayOf(standing)),
      json: boardJson,
      csv: receiptsExport(to),
      view: (found, standing) => [
        'board/view',
        {
          ...found,
          ages,
          isNewest: to === undefined || to >= todayOf(standing),
          earlier: found.receipts.from - 1,
          later: found.receipts.to + DAYS,
        },
      ],
      isOfItsBlock: false,
    })
  })
