import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { signersExport } from './export.ts'
import { signersJson } from './json.ts'
import { type ReadSigners, readSigners } from './query.ts'
import { keepSeals } from './sealed.ts'

/** Who sealed the blocks: each party's share, its longest silence, and the newest blocks one by one. */
export const signersPage = (db: Ledger, { manifest }: Witness) => {
  const sealedOf = keepSeals()
  const read: ReadSigners = async (db, standing) =>
    readSigners(db, manifest, await sealedOf(db, standing))
  return new Hono<PortalEnv>().get('/signers', (c) =>
    answer(c, db, {
      ask: read,
      json: signersJson,
      csv: signersExport(read),
      view: (found) => ['signers/view', found],
    }),
  )
}
