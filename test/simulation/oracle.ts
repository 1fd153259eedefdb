import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import { encodeEvent } from '../../contracts/events/codec.ts'
import type { connect } from '../../migrations/connect.ts'
import { storedEntries } from '../indexer/rows.ts'
import type { Block, Entry } from './blocks.ts'
import type { View, World } from './world.ts'

type Database = ReturnType<typeof connect>

/**
 * What is wrong with the rows, in words, or undefined: they must be, whole, those of a chain that the network made, from
 * block 1 to the checkpoint; what they are derived from must add up; and orphaned rows must be of blocks that were
 * dropped, no more often than that happened.
 */
export const whatIsWrong = async (db: Database, world: World): Promise<string | undefined> => {
  const checkpoint = await db.selectFrom('checkpoint').selectAll().executeTakeFirst()
  if (checkpoint === undefined) return undefined
  const { block_number: height, block_hash: tip } = checkpoint
  const view = world.views.find((chain) => chain[height]?.hash === hexOf(tip))
  if (view === undefined)
    return `the checkpoint names block ${height}, ${hexOf(tip)}, which no view has`
  const stored = view.slice(1, height + 1)
  const wrong =
    (await compareBlocks(db, stored)) ??
    (await compareEntries(db, stored)) ??
    (await compareDerived(db, stored)) ??
    (await compareOrphans(db, world))
  return wrong
}

/** Whether everything of the view is stored. */
export const isStored = async (db: Database, view: View): Promise<boolean> => {
  const checkpoint = await db.selectFrom('checkpoint').select('block_hash').executeTakeFirst()
  return checkpoint !== undefined && hexOf(checkpoint.block_hash) === view.at(-1)?.hash
}

const compareBlocks = async (db: Database, chain: readonly Block[]) => {
  const rows = await db.selectFrom('block').selectAll().orderBy('number').execute()
  const found = rows.map((row) => [
    row.number,
    hexOf(row.hash),
    row.sealer && hexOf(row.sealer),
    row.transaction_count,
  ])
  const expected = chain.map((block) => [
    block.header.number,
    block.hash,
    block.sealer,
    block.transactions.length,
  ])
  return difference('blocks', found, expected)
}

const compareEntries = async (db: Database, chain: readonly Block[]) => {
  const plain = ({ name, fields, ...place }: Entry) => ({
    name,
    ...place,
    data: hexOf(encodeEvent(name, fields as unknown as Parameters<typeof encodeEvent>[1])),
  })
  const found = (await storedEntries(db)).map(plain)
  return difference(
    'entries',
    found,
    chain.flatMap(({ entries }) => entries.map(plain)),
  )
}

const compareDerived = async (db: Database, chain: readonly Block[]) => {
  const entries = chain.flatMap((block) => block.entries)
  const accounts = await db
    .selectFrom('account')
    .select(['account', 'block_number'])
    .orderBy('account')
    .execute()
  const opened = entries
    .filter(({ seq }) => seq === 1)
    .map(({ account, block }) => [account, block])
  const totals = await sql<{
    entries: number
  }>`select coalesce(sum(entries), 0)::bigint as entries from block_total`.execute(db)
  const spoke = await sql<{ count: number }>`select count(*) as count from transaction`.execute(db)
  const speaking = new Set(
    entries.map(({ block, transactionIndex }) => `${block} ${transactionIndex}`),
  )
  return (
    difference(
      'accounts',
      accounts.map((row) => [hexOf(row.account), row.block_number]),
      opened.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ) ??
    difference('totals', [totals.rows[0]?.entries], [entries.length]) ??
    difference('transactions', [spoke.rows[0]?.count], [speaking.size])
  )
}

const compareOrphans = async (db: Database, { views }: World) => {
  const rows = await db
    .selectFrom('orphan')
    .select(['block_hash', 'table_name', 'block_number'])
    .execute()
  const times = new Map<Hex, { block: number; rows: number }>()
  for (const row of rows) {
    const hash = hexOf(row.block_hash)
    const seen = times.get(hash) ?? { block: 0, rows: 0 }
    seen.rows++
    if (row.table_name === 'block') seen.block++
    times.set(hash, seen)
  }
  for (const [hash, seen] of times) {
    const block = views.flat().find((one) => one.hash === hash)
    if (block === undefined) return `orphan holds rows of ${hash}, which nobody made`
    const dropped = views.filter(
      (view, at) => has(view, block) && views.slice(at + 1).some((later) => drops(later, block)),
    )
    if (seen.block > dropped.length)
      return `block ${block.header.number} was orphaned ${seen.block} times, dropped ${dropped.length} times`
    const speaking = new Set(block.entries.map(({ transactionIndex }) => transactionIndex))
    const whole = 1 + block.entries.length + speaking.size
    if (seen.rows !== whole * seen.block)
      return `orphan holds ${seen.rows} rows of block ${block.header.number}, ${whole} each of ${seen.block} times`
  }
  return undefined
}

const has = (view: View, block: Block) => view[block.header.number] === block

/** Whether the view has another block in its place; one that only lacks its newest blocks drops nothing. */
const drops = (view: View, block: Block): boolean => {
  const there = view[block.header.number]
  return there !== undefined && there !== block
}

const difference = (what: string, found: unknown, expected: unknown): string | undefined =>
  isDeepStrictEqual(found, expected)
    ? undefined
    : `${what} differ: found ${text(found)}, expected ${text(expected)}`

const text = (value: unknown) =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'bigint' ? String(member) : member,
  ).slice(0, 2_000)
