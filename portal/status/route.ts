import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { checkCode } from './checkCode.ts'
import { statusJson } from './json.ts'
import { readStatus } from './query.ts'

/** Where the indexer stands, what is proven and how, who sealed, and what the portal can't know. */
export const statusPage = (db: Ledger, witness: Witness) =>
  new Hono<PortalEnv>().get('/status', (c) =>
    answer(c, db, {
      ask: async (db, standing) => ({
        ...(await readStatus(db, standing, witness.manifest)),
        code: null as Awaited<ReturnType<typeof checkCode>> | null,
        chainHead: standing?.indexer?.chainHead ?? null,
      }),
      askNode: async (found, standing) => ({
        ...found,
        code: standing === null ? null : await checkCode(witness, standing),
        chainHead: (await witness.chainHead()) ?? found.chainHead,
      }),
      json: (found, standing) => statusJson(found, standing, witness.manifest),
      view: (found) => ['status/view', { ...found, manifest: witness.manifest }],
      watch: () => 'ledger',
    }),
  )
