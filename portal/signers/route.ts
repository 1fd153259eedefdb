import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { signersExport } from './export.ts'
import { signersJson } from './json.ts'
import { type ReadSigners, readSigners, type Signers } from './query.ts'
import { keepSeals, type Sealed } from './sealed.ts'

/** Who sealed the blocks: each party's share, its longest silence, and the newest blocks one by one. */
export const signersPage = (db: Ledger, { manifest }: Witness) => {
  const sealedOf = keepSeals()
  let worked: { readonly from: Sealed; readonly out: Signers } | undefined
  const read: ReadSigners = async (db, standing) => {
    const sealed = await sealedOf(db, standing)
    if (worked?.from !== sealed)
      worked = { from: sealed, out: await readSigners(db, manifest, sealed) }
    return worked.out
  }
  return new Hono<PortalEnv>().get('/signers', (c) =>
    answer(c, db, {
      ask: read,
      json: signersJson,
      csv: signersExport(read),
      view: (found) => ['signers/view', found],
    }),
  )
}
