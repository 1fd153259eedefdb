import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'

const PAGE = 100

export interface BlockLine {
  readonly number: number
  readonly timestamp: number
  readonly sealer: Hex | null
  readonly transactions: number
  readonly entries: number
}

/** Blocks below `before` (null: from the newest), with or without entries, newest first. */
export const readBlocks = async (
  db: Ledger,
  before: number | null,
  limit = PAGE,
): Promise<{ readonly blocks: readonly BlockLine[]; readonly next: number | null }> => {
  let query = db
    .selectFrom('block')
    .select(['number', 'timestamp', 'sealer', 'transaction_count', 'log_count'])
    .orderBy('number', 'desc')
    .limit(limit + 1)
  if (before !== null) query = query.where('number', '<', before)
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  return {
    blocks: shown.map(({ number, timestamp, sealer, transaction_count, log_count }) => ({
      number,
      timestamp,
      sealer: sealer === null ? null : hexOf(sealer),
      transactions: transaction_count,
      entries: log_count,
    })),
    next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
  }
}
