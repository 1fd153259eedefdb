import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { blockExport } from './export.ts'
import { blockJson } from './json.ts'
import { findBlock } from './query.ts'
import { plain } from '../words/t.ts'

/** One block: who sealed it, and every entry it recorded. */
export const blockPage = (db: Ledger, { manifest }: Witness) =>
  new Hono<PortalEnv>().get('/blocks/:number', (c) => {
    const number = readBlockNumber(c.req.param('number'))
    return answer(c, db, {
      ask: (db, standing) => findBlock(db, number, standing),
      json: blockJson,
      csv: blockExport(number),
      view: (found) => ['block/view', { ...found, manifest }],
      watch: () => 'nothing',
    })
  })

const readBlockNumber = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new BadInput(plain('problem.notBlockNumber', { text }), plain('problem.giveBlock'))
}
