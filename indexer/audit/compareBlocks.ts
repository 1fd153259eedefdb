import type pg from 'pg'
import type { ReaderEvent, VerifiedBlock } from '../../chain/reader/types.ts'
import { batchOf, rowTables, type RowTable } from '../events/batch.ts'
import { CopyRows } from '../events/copyRows.ts'
import { keysOf, TableDifferences, type Difference } from './differences.ts'
import { readRows, type BlockRange } from './readRows.ts'

const tables = Object.keys(rowTables) as RowTable[]

/** So many logs or blocks are compared at a time: fewer, and asking 21 tables costs as much as what they answer. */
const ENOUGH = { logs: 20_000, blocks: 5_000 }

interface Compared {
  /** The last block, undefined where there was none. */
  last: VerifiedBlock | undefined
  rows: number
  differences: Difference[]
}

/**
 * Compares proven blocks, from block 1 on, with the rows that Postgres holds of them, byte for byte, while the reader
 * proves the next; and finds rows of no such block.
 */
export const compareBlocks = async (
  client: pg.ClientBase,
  events: AsyncIterable<ReaderEvent>,
  onProgress: (done: { block: number; rows: number }) => void,
): Promise<Compared> => {
  const differences = new Map(tables.map((table) => [table, differencesOf(table)]))
  const done = { block: 0, rows: 0 }
  const compare = async (range: BlockRange, rows: ReadonlyMap<RowTable, CopyRows>) => {
    for (const table of tables) {
      const held = await readRows(client, table, range)
      const proven = rows.get(table) ?? noRows(table)
      differences.get(table)?.compare(held, Buffer.from(proven.end()))
      done.rows += proven.count
    }
    done.block = range.last
    if (range.isInside !== false) onProgress(done)
  }
  let last: VerifiedBlock | undefined
  let comparing: Promise<void> = Promise.resolve()
  for await (const blocks of stretches(events)) {
    const batch = batchOf(blocks)
    last = blocks.at(-1)
    await comparing
    comparing = compare({ from: batch.first, last: batch.last.number }, batch.rows)
    // Its failure is thrown when it is awaited.
    comparing.catch(() => {})
  }
  await comparing
  await compare({ from: 1, last: last?.number ?? 0, isInside: false }, new Map())
  const found = tables.flatMap((table) => differences.get(table)?.take() ?? [])
  return { last, rows: done.rows, differences: found }
}

async function* stretches(events: AsyncIterable<ReaderEvent>): AsyncGenerator<VerifiedBlock[]> {
  let blocks: VerifiedBlock[] = []
  let logs = 0
  for await (const event of events) {
    if (event.type !== 'blocks') continue
    for (const block of event.blocks) logs += block.logs.length
    blocks.push(...event.blocks)
    if (logs < ENOUGH.logs && blocks.length < ENOUGH.blocks) continue
    yield blocks
    blocks = []
    logs = 0
  }
  if (blocks.length > 0) yield blocks
}

const noRows = (table: RowTable) => new CopyRows(Object.keys(rowTables[table]).length)

const differencesOf = (table: RowTable) => {
  const keys = keysOf(table)
  return new TableDifferences(table, rowTables[table], keys, [...new Set(keys.slice(0, 2).flat())])
}
