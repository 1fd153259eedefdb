import { exportByKey } from '../list/listExport.ts'
import { readOrphans } from './query.ts'

const columns = [
  'number',
  'hash',
  'sealer',
  'timestamp',
  'orphanedAt',
  'entries',
  'replacedBy',
  'replacedBySealer',
  'isBack',
] as const

/** Every block that the chain replaced, the highest first; `entries` is how many it had recorded. */
export const orphansExport = exportByKey('orphans', columns, async (db, before: number | null) => {
  const { blocks, next } = await readOrphans(db, before)
  return {
    rows: blocks.map(({ number, hash, sealer, timestamp, isBack, ...block }) => ({
      number,
      hash,
      sealer,
      timestamp,
      orphanedAt: block.orphanedAt.toISOString(),
      entries: [...block.entries.values()].reduce((sum, entries) => sum + entries, 0),
      replacedBy: block.replacedBy?.hash ?? null,
      replacedBySealer: block.replacedBy?.sealer ?? null,
      isBack,
    })),
    next,
  }
})
