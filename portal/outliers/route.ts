import { Hono } from 'hono'
import { type OutlierRule, outlierRules } from '../../contracts/rules/outliers.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { lists } from '../ledger/lists.ts'
import { readCursor } from '../list/cursor.ts'
import { readPeriod } from '../list/day.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { outliersUrl } from '../url.ts'
import { outliersExport } from './export.ts'
import { outliersJson } from './json.ts'
import { countOutliers, readOutliers } from './query.ts'
import { plain } from '../words/t.ts'

/** Readings that stand out: how many by rule and month, and those of one rule, newest first. */
export const outliersPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/outliers', (c) => {
    const asked = c.req.query()
    const rule = readRule(asked['rule'])
    const period = readPeriod(asked)
    const narrowed = { from: asked['from'], to: asked['to'] }
    const before = readCursor(asked['before'])
    return answer(c, db, {
      ask: async (db, standing) => {
        const { lines, next } =
          rule === null
            ? { lines: [], next: null }
            : await readOutliers(db, { rule, ...period }, before)
        return {
          rule,
          lines,
          next:
            next === null || rule === null
              ? null
              : outliersUrl(rule, { ...narrowed, before: next }),
          counts: await countOutliers(db, standing),
        }
      },
      json: outliersJson,
      ...(rule === null ? {} : { csv: outliersExport({ rule, ...period }) }),
      view: (found) => [
        'outliers/view',
        {
          ...found,
          rules: outlierRules,
          lists,
          period,
          first: outliersUrl(rule ?? undefined, narrowed),
          isFirst: before === null,
        },
      ],
      watch: () => (before === null ? 'ledger' : 'nothing'),
      isOfItsBlock: false,
    })
  })

const readRule = (text: string | undefined): OutlierRule | null => {
  if (text === undefined || text === '') return null
  const rule = outlierRules.find((each) => each === text)
  if (rule !== undefined) return rule
  throw new BadInput(
    plain('problem.notRule', { text }),
    plain('problem.rulesAre', { rules: outlierRules.join(', ') }),
  )
}
