import { exportByKey } from '../list/listExport.ts'
import { readBlocks } from './query.ts'

const columns = ['number', 'timestamp', 'sealer', 'transactions', 'entries'] as const

/** Every block, newest first. */
export const blocksExport = exportByKey(
  'blocks',
  columns,
  async (db, before: number | null, limit) => {
    const { blocks, next } = await readBlocks(db, before, limit)
    return { rows: blocks.map((block) => ({ ...block })), next }
  },
)
