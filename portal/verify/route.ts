import { Hono } from 'hono'
import { trustOf } from '../../contracts/proof/evidence/identity.ts'
import { answer, type PortalEnv } from '../answer.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'

/** Verifying evidence in the browser, by the same file that Node runs; and what this portal takes its chain to be. */
export const verifyPage = (db: Ledger, { manifest }: Witness) =>
  new Hono<PortalEnv>()
    .get('/verify', (c) =>
      answer(c, db, {
        ask: () => Promise.resolve({}),
        json: () => ({ verifier: '/assets/verify.mjs', trust: '/trust.json' }),
        view: () => ['verify/view', {}],
        watch: () => 'nothing',
      }),
    )
    // A trust file, whose members are its format's: no page around it.
    .get('/trust', (c) => c.json(trustOf(manifest, manifest.deployedBlock)))
