import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { tell } from '../../contracts/proof/evidence/words.ts'
import { answer, type Page, type PortalContext, type PortalEnv } from '../answer.ts'
import { readBillNumber } from '../bill/route.ts'
import type { Witness } from '../node/witness.ts'
import { BadInput, NotNow } from '../problem/problem.ts'
import { type Ledger, snapshot } from '../readOnly.ts'
import { type AccountKey, readAccountKey } from '../record/findAccount.ts'
import { hashOfBlock } from '../record/hashOfBlock.ts'
import { readStanding, type Standing } from '../record/standing.ts'
import { evidenceUrl, jsonUrl } from '../url.ts'
import { type Answered, type Cabinet, createCabinet } from './cabinet.ts'
import { type LedgerMaterial, readMaterial } from './material.ts'
import type { Proven } from './prove.ts'
import { plain } from '../words/t.ts'

/** Evidence of an account and of one bill: a page that says what it proves and how to verify it, and the file itself. */
export const evidencePages = (db: Ledger, witness: Witness) => {
  const cabinet = createCabinet(witness)
  const respond = async (c: PortalContext, bill: number | null): Promise<Response> => {
    const asked = {
      key: readAccountKey(c.req.param('account') ?? ''),
      bill,
      block: readBlock(c.req.query('block')),
    }
    return c.var.format === 'json'
      ? await file(c, db, cabinet, asked)
      : await answer(c, db, page(cabinet, asked, witness))
  }
  return new Hono<PortalEnv>()
    .get('/accounts/:account/evidence', (c) => respond(c, null))
    .get('/accounts/:account/bills/:number/evidence', (c) =>
      respond(c, readBillNumber(c.req.param('number'))),
    )
}

interface Asked {
  readonly key: AccountKey
  readonly bill: number | null
  /** The block to prove it at; null for the newest that can be. */
  readonly block: number | null
}

interface Found extends LedgerMaterial {
  readonly keptHash: Awaited<ReturnType<typeof hashOfBlock>>
  readonly answered: Answered | null
}

const find = async (
  db: Ledger,
  cabinet: Cabinet,
  { key, bill }: Asked,
  standing: Standing | null,
): Promise<Found> => {
  const material = await readMaterial(db, key, bill, standing)
  const kept = cabinet.keptBlock(material)
  const keptHash = kept === null ? null : await hashOfBlock(db, kept)
  return { ...material, keptHash, answered: null }
}

const page = (cabinet: Cabinet, asked: Asked, { manifest }: Witness): Page<Found> => ({
  ask: (db, standing) => find(db, cabinet, asked, standing),
  askNode: async (found) => ({
    ...found,
    answered: await cabinet.evidence(found, found.keptHash, asked.block),
  }),
  json: () => null,
  view: ({ code, bill, answered }) => {
    const address = jsonUrl(evidenceUrl(code, bill))
    const shown =
      answered === null ? null : answered.state === 'proven' ? answered.proven : answered.last
    return [
      'evidence/view',
      {
        code,
        bill,
        reason: answered?.state === 'not now' ? answered.reason : null,
        proven: shown,
        told: shown === null ? null : tell(shown.verdict),
        file: shown === null ? null : `${address}?block=${shown.block}`,
        isPractice: manifest.signers.length === 0,
      },
    ]
  },
  watch: () => 'nothing',
})

/** The file: bytes that are the same whoever asks, for the same block. */
const file = async (
  c: PortalContext,
  db: Ledger,
  cabinet: Cabinet,
  asked: Asked,
): Promise<Response> => {
  const found = await snapshot(db, async (db) => find(db, cabinet, asked, await readStanding(db)))
  const answered = await cabinet.evidence(found, found.keptHash, asked.block)
  if (answered.state === 'not now') throw notNow(found, answered)
  const { proven } = answered
  const tag = `"${proven.blockHash.slice(2, 18)}-${found.account.slice(2, 18)}-${found.bill ?? 0}"`
  c.header('etag', tag)
  c.header('vary', 'accept-encoding')
  c.header('cache-control', 'no-cache')
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  c.header('content-type', 'application/json; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${fileName(found, proven)}"`)
  const isPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (!isPacked) return c.body(new Uint8Array(gunzipSync(proven.packed)))
  c.header('content-encoding', 'gzip')
  return c.body(proven.packed)
}

const fileName = ({ code, bill }: Found, { block }: Proven): string =>
  `${code.replace(/[^0-9A-Z-]/g, '_')}${bill === null ? '' : `-bill-${bill}`}-block-${block}.evidence.json`

const notNow = ({ code, bill }: Found, { reason, last }: Answered & { state: 'not now' }) =>
  new NotNow(
    plain('problem.cantProve', { reason }),
    last === null
      ? plain('problem.tryAgain')
      : plain('problem.lastAt', {
          address: `${jsonUrl(evidenceUrl(code, bill))}?block=${last.block}`,
        }),
  )

const readBlock = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return null
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text)
  throw new BadInput(plain('problem.notBlockNumber', { text }), plain('problem.blocksNumbered'))
}
