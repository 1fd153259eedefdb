import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { ReadGuide } from '../demo/guide.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { entryJson } from '../record/entryJson.ts'
import { readHome } from './query.ts'

/** The first page: one field to find anything, three doors, one line of truth, and what was recorded last. */
export const homePage = (db: Ledger, { manifest }: Witness, readGuide: ReadGuide) =>
  new Hono<PortalEnv>().get('/', async (c) => {
    const isDemo = (await readGuide()) !== null
    return answer(c, db, {
      ask: readHome,
      json: ({ entries, latest }, standing) => ({
        entries,
        indexed: standing?.block ?? null,
        latest: latest.map(entryJson),
      }),
      view: (found) => ['home/view', { ...found, manifest, isDemo }],
    })
  })
