import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { readBlockBefore } from '../list/blockNumber.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { blocksUrl } from '../url.ts'
import { blocksExport } from './export.ts'
import { readBlocks } from './query.ts'

/** Every block, newest first: when it was made, who sealed it, how much it recorded. */
export const blocksPage = (db: Ledger, { manifest }: Witness) =>
  new Hono<PortalEnv>().get('/blocks', (c) => {
    const before = readBlockBefore(c.req.query('before'))
    return answer(c, db, {
      ask: async (db) => {
        const { blocks, next } = await readBlocks(db, before)
        return { blocks, next: next === null ? null : blocksUrl(next) }
      },
      json: ({ blocks, next }) => ({ blocks: blocks.map((block) => ({ ...block })), next }),
      csv: blocksExport,
      view: (found) => [
        'blocks/view',
        { ...found, manifest, first: blocksUrl(), isFirst: before === null },
      ],
      watch: () => (before === null ? 'ledger' : 'nothing'),
    })
  })
