import { exportByKey } from '../list/listExport.ts'
import { entriesByKey } from '../record/entries.ts'
import { entryColumns, entryRow } from '../record/entriesExport.ts'
import { findBlock } from './query.ts'

/** Every entry of a block, in order. */
export const blockExport = (number: number) =>
  exportByKey(
    `block-${number}`,
    entryColumns(undefined),
    async (db, after: number | null, limit, standing) => {
      if (after === null) await findBlock(db, number, standing)
      const keys = await db
        .selectFrom('entry')
        .select(['account', 'seq', 'kind', 'log_index'])
        .where('block_number', '=', number)
        .where('log_index', '>', after ?? -1)
        .orderBy('log_index')
        .limit(limit)
        .execute()
      const entries = await entriesByKey(db, keys)
      return {
        rows: entries.map((entry) => entryRow(entry, undefined)),
        next: keys.length < limit ? null : (keys.at(-1)?.log_index ?? null),
      }
    },
  )
