import { Hono } from 'hono'
import type { Situation } from '../../contracts/rules/guide.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { answerNotFound } from '../problem/route.ts'
import type { Ledger } from '../readOnly.ts'
import { accountUrl, billUrl } from '../url.ts'
import type { ReadGuide } from './guide.ts'
import { readDemo } from './query.ts'

/** What to look at in a demo: an account for each situation. */
export const demoPage = (db: Ledger, readGuide: ReadGuide) =>
  new Hono<PortalEnv>().get('/demo', async (c) => {
    const guide = await readGuide()
    if (guide === null) return answerNotFound(c)
    return answer(c, db, {
      ask: (db) => readDemo(db, guide),
      json: ({ guide: { from, to, isLived, accounts }, groups, recorded }) => ({
        from,
        to,
        isLived,
        accounts,
        recorded,
        situations: groups.flatMap(({ situations }) =>
          situations.map((situation) => ({ ...situation, page: pageOf(situation) })),
        ),
      }),
      view: (demo) => ['demo/view', demo],
    })
  })

const pageOf = ({ code, bill }: Situation) =>
  bill === null ? accountUrl(code) : billUrl(code, bill)
