import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { readBlockBefore } from '../list/blockNumber.ts'
import type { Witness } from '../node/witness.ts'
import type { Ledger } from '../readOnly.ts'
import { orphansUrl } from '../url.ts'
import { orphansExport } from './export.ts'
import { readOrphans } from './query.ts'

/** Blocks that the chain replaced: what each had recorded, what stands in its place, what was recorded again. */
export const orphansPage = (db: Ledger, { manifest }: Witness) =>
  new Hono<PortalEnv>().get('/orphans', (c) => {
    const before = readBlockBefore(c.req.query('before'))
    return answer(c, db, {
      ask: async (db) => {
        const { blocks, next } = await readOrphans(db, before)
        return { blocks, next: next === null ? null : orphansUrl(next) }
      },
      json: ({ blocks, next }) => ({
        blocks: blocks.map(({ entries, orphanedAt, replacedBy, transactions, ...block }) => ({
          ...block,
          orphanedAt: orphanedAt.toISOString(),
          entries: Object.fromEntries(entries),
          transactions: transactions.map((each) => ({ ...each })),
          replacedBy: replacedBy === null ? null : { ...replacedBy },
        })),
        next,
      }),
      csv: orphansExport,
      view: (found) => [
        'orphans/view',
        { ...found, manifest, first: orphansUrl(), isFirst: before === null },
      ],
      watch: () => (before === null ? 'ledger' : 'nothing'),
    })
  })
