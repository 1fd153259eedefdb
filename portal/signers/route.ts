import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { signersExport } from './export.ts'
import { signersJson } from './json.ts'
import { readSigners } from './query.ts'

/** Who sealed the blocks: each party's share, its longest silence, and the newest blocks one by one. */
export const signersPage = (db: Ledger, { manifest }: Witness) =>
  new Hono<PortalEnv>().get('/signers', (c) =>
    answer(c, db, {
      ask: (db, standing) => readSigners(db, manifest, standing),
      json: signersJson,
      csv: signersExport(manifest),
      view: (found) => ['signers/view', found],
    }),
  )
