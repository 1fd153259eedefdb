import { startOfDay } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'

/** The blocks of some days: from the first one on, up to before the other; undefined is no limit. */
export interface BlockBounds {
  readonly first: number | undefined
  readonly next: number | undefined
}

/** The blocks that were made on these days, the last one included; null where there are none. */
export const blocksOf = async (
  db: Ledger,
  { from, to }: { readonly from: DayNumber | undefined; readonly to: DayNumber | undefined },
): Promise<BlockBounds | null> => {
  const first = from === undefined ? undefined : await firstBlockFrom(db, startOfDay(from))
  if (from !== undefined && first === undefined) return null
  const next =
    to === undefined ? undefined : await firstBlockFrom(db, startOfDay(dayNumber(to + 1)))
  return { first, next }
}

/** The first block at or after a time in seconds. */
const firstBlockFrom = async (db: Ledger, timestamp: number): Promise<number | undefined> => {
  const row = await db
    .selectFrom('block')
    .select('number')
    .where('timestamp', '>=', timestamp)
    .orderBy('timestamp')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.number
}
