import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import type { Entry } from '../record/entry.ts'
import { plain } from '../words/t.ts'

export interface FoundTransaction {
  readonly hash: Hex
  readonly block: number
  readonly index: number
  readonly timestamp: number
  readonly sender: Hex
  readonly recipient: Hex | null
  readonly entries: readonly Entry[]
  /** How many it made: a page shows those of a large batch in a sentence each. */
  readonly logCount: number
}

/** A batch may make 1,500 entries; a page shows so many. */
const SHOWN = 50

/** The transaction with this hash. Throws `NotFound`: only those in which the contract said something are kept. */
export const findTransaction = async (
  db: Ledger,
  hash: Hex,
  log: number | null,
): Promise<FoundTransaction> => {
  const found = await db
    .selectFrom('transaction')
    .innerJoin('block', 'block.number', 'transaction.block_number')
    .selectAll('transaction')
    .select('block.timestamp')
    .where('transaction.hash', '=', bytesOf(hash))
    .executeTakeFirst()
  if (found === undefined) throw noSuchTransaction(hash)
  const all = await db
    .selectFrom('entry')
    .select(['account', 'seq', 'kind', 'log_index'])
    .where('block_number', '=', found.block_number)
    .where('transaction_index', '=', found.transaction_index)
    .orderBy('log_index')
    .execute()
  const shown = log === null ? all.slice(0, SHOWN) : all.filter((key) => key.log_index === log)
  return {
    hash,
    block: found.block_number,
    index: found.transaction_index,
    timestamp: found.timestamp,
    sender: hexOf(found.sender),
    recipient: found.recipient === null ? null : hexOf(found.recipient),
    entries: await entriesByKey(db, shown),
    logCount: all.length,
  }
}

const noSuchTransaction = (hash: Hex) =>
  new NotFound(plain('problem.noTransaction', { hash }), plain('problem.compareHash'))
