import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import type { Entry } from '../record/entry.ts'
import type { Standing } from '../record/standing.ts'
import { plain } from '../words/t.ts'

export interface FoundBlock {
  readonly number: number
  readonly hash: Hex
  readonly parentHash: Hex
  readonly stateRoot: Hex
  readonly timestamp: number
  readonly sealer: Hex | null
  readonly transactionCount: number
  readonly logCount: number
  readonly isLast: boolean
  /** Its entries in order, at most `SHOWN` of them. */
  readonly entries: readonly Entry[]
}

/** A block of 300 readings makes 900 entries; the rest are found through their accounts. */
const SHOWN = 60

/** The block of this number. Throws `NotFound`. */
export const findBlock = async (
  db: Ledger,
  number: number,
  standing: Standing | null,
): Promise<FoundBlock> => {
  const block = await db
    .selectFrom('block')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (block === undefined) throw noSuchBlock(number, standing)
  const keys = await db
    .selectFrom('entry')
    .select(['account', 'seq', 'kind'])
    .where('block_number', '=', number)
    .orderBy('log_index')
    .limit(SHOWN)
    .execute()
  return {
    number,
    hash: hexOf(block.hash),
    parentHash: hexOf(block.parent_hash),
    stateRoot: hexOf(block.state_root),
    timestamp: block.timestamp,
    sealer: block.sealer === null ? null : hexOf(block.sealer),
    transactionCount: block.transaction_count,
    logCount: block.log_count,
    isLast: number === standing?.block,
    entries: await entriesByKey(db, keys),
  }
}

const noSuchBlock = (number: number, standing: Standing | null): NotFound =>
  new NotFound(
    plain('problem.noBlock', { number }),
    standing === null
      ? plain('problem.noBlockYet')
      : plain('problem.blocksStored', { last: standing.block }),
  )
