import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { referenceJson } from './json.ts'
import { findReference } from './query.ts'
import { plain } from '../words/t.ts'

/** The page that a receipt's slip leads to: whether it is recorded, on which account, or not yet. */
export const referencePage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/references/:reference', (c) => {
    const reference = readReference(c.req.param('reference'))
    return answer(c, db, {
      ask: (db) => findReference(db, reference),
      json: referenceJson,
      view: (found) => ['reference/view', found],
    })
  })

const readReference = (text: string): Hex => {
  const reference = text.toLowerCase()
  if (/^0x[0-9a-f]{64}$/.test(reference)) return reference as Hex
  throw new BadInput(plain('problem.notReference', { text }), plain('problem.referenceForm'))
}
