import { sql } from 'kysely'
import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { type EntryKind, entryTables } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'

const PAGE = 25

/** A block that the chain dropped, and the one that stands in its place. */
export interface OrphanedBlock {
  readonly number: number
  readonly hash: Hex
  readonly sealer: Hex | null
  readonly timestamp: number | null
  /** When the indexer put it aside. */
  readonly orphanedAt: Date
  /** How many entries of each kind it had. */
  readonly entries: ReadonlyMap<EntryKind, number>
  /** Its transactions, and whether the chain took each up again: in which block. */
  readonly transactions: readonly { readonly hash: Hex; readonly again: number | null }[]
  /** null where no block has come in its place yet. */
  readonly replacedBy: { readonly hash: Hex; readonly sealer: Hex | null } | null
  /** The same block came back, after another branch had won for a while. */
  readonly isBack: boolean
}

/** Blocks that were replaced, the highest first; `before` a block's number (null: from the newest). */
export const readOrphans = async (
  db: Ledger,
  before: number | null,
): Promise<{ readonly blocks: readonly OrphanedBlock[]; readonly next: number | null }> => {
  let query = db
    .selectFrom('orphan')
    .select([
      'id',
      'block_number',
      'block_hash',
      'orphaned_at',
      sql<string | null>`row ->> 'sealer'`.as('sealer'),
      sql<string | null>`row ->> 'timestamp'`.as('timestamp'),
    ])
    .where('table_name', '=', 'block')
    .orderBy('block_number', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (before !== null) query = query.where('block_number', '<', before)
  const rows = await query.execute()
  // A page ends with a whole height: a block that was dropped twice stands with its twin.
  const cut = rows.length > PAGE ? rows.at(-1)?.block_number : undefined
  const whole = cut === undefined ? rows : rows.filter(({ block_number }) => block_number > cut)
  const shown = whole.length === 0 ? rows.slice(0, PAGE) : whole
  const blocks: OrphanedBlock[] = []
  for (const row of shown) {
    const now = await standing(db, row.block_number)
    const hash = hexOf(row.block_hash)
    blocks.push({
      number: row.block_number,
      hash,
      sealer: bytea(row.sealer),
      timestamp: row.timestamp === null ? null : Number(row.timestamp),
      orphanedAt: row.orphaned_at,
      entries: await entriesOf(db, row.block_number, row.block_hash),
      transactions: await transactionsOf(db, row.block_number, row.block_hash),
      replacedBy: now === null || now.hash === hash ? null : now,
      isBack: now?.hash === hash,
    })
  }
  return { blocks, next: cut === undefined ? null : (shown.at(-1)?.block_number ?? null) }
}

const standing = async (db: Ledger, number: number) => {
  const row = await db
    .selectFrom('block')
    .select(['hash', 'sealer'])
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { hash: hexOf(row.hash), sealer: row.sealer === null ? null : hexOf(row.sealer) }
}

/** Each kind's entries once, however often the block was dropped. */
const entriesOf = async (
  db: Ledger,
  number: number,
  hash: Uint8Array,
): Promise<ReadonlyMap<EntryKind, number>> => {
  const rows = await db
    .selectFrom('orphan')
    .select([
      'table_name',
      sql<number>`count(distinct (row ->> 'account', row ->> 'seq'))`.as('entries'),
    ])
    .where('block_number', '=', number)
    .where('block_hash', '=', hash)
    .where('table_name', 'in', Object.keys(entryTables))
    .groupBy('table_name')
    .orderBy('table_name')
    .execute()
  return new Map(rows.map(({ table_name, entries }) => [table_name as EntryKind, entries]))
}

/** A block of a batch has one transaction or a few; so many of them are shown. */
const TRANSACTIONS = 20

const transactionsOf = async (db: Ledger, number: number, hash: Uint8Array) => {
  const rows = await db
    .selectFrom('orphan')
    .select(sql<string>`row ->> 'hash'`.as('hash'))
    .distinct()
    .where('block_number', '=', number)
    .where('block_hash', '=', hash)
    .where('table_name', '=', 'transaction')
    .limit(TRANSACTIONS)
    .execute()
  const hashes = rows.flatMap((row) => bytea(row.hash) ?? [])
  if (hashes.length === 0) return []
  const again = await db
    .selectFrom('transaction')
    .select(['hash', 'block_number'])
    .where('hash', 'in', hashes.map(bytesOf))
    .execute()
  const blocks = new Map(again.map((row) => [hexOf(row.hash), row.block_number]))
  return hashes.map((each) => ({ hash: each, again: blocks.get(each) ?? null }))
}

/** Postgres writes bytes into JSON as \x and their digits. */
const bytea = (text: string | null): Hex | null =>
  text === null ? null : `0x${text.replace(/^\\x/, '')}`
