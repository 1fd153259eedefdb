import type { VerifiedBlock } from '../../chain/reader/types.ts'
import { decodeEvent, UndecodableLog } from '../../contracts/events/codec.ts'
import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import { isKnownWithoutRow } from '../../contracts/events/topics.ts'
import { type ReceiptLog, TOPIC_STEP } from '../../contracts/proof/receipt.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { chainTables, entryTables, tableOf, type EntryKind } from '../../migrations/tables.ts'
import { UndecodableBlock } from '../alarms.ts'
import { CopyRows } from './copyRows.ts'
import { seqIn, shapeOf, viewOf, writeEntry } from './entryRow.ts'

/** The tables that a block's rows go to, with their columns. */
export const rowTables = {
  ...entryTables,
  block: chainTables.block,
  transaction: chainTables.transaction,
  account: chainTables.account,
  block_total: chainTables.block_total,
} as const

export type RowTable = keyof typeof rowTables

/** The rows of consecutive blocks, by table. */
export interface Batch {
  first: number
  last: { number: number; hash: Uint8Array }
  /** Of the last block, in seconds. */
  timestamp: number
  entries: number
  rows: ReadonlyMap<RowTable, CopyRows>
}

/** Memory of rows that are stored, by table. */
export type SpareRoom = Map<RowTable, Buffer>

/** The rows of proven blocks, at least one; in the memory of those before, if it is given. Throws `UndecodableBlock`; then there are none. */
export const batchOf = (blocks: readonly VerifiedBlock[], spare?: SpareRoom): Batch => {
  const rows = new Map<RowTable, CopyRows>()
  const rowsOf = (table: RowTable) => {
    const known = rows.get(table)
    if (known !== undefined) return known
    const begun = new CopyRows(Object.keys(rowTables[table]).length, spare?.get(table))
    spare?.delete(table)
    rows.set(table, begun)
    return begun
  }
  let entries = 0
  for (const block of blocks) entries += writeBlock(block, rowsOf)
  const [first] = blocks
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('A batch of no blocks.')
  return {
    first: first.number,
    last: { number: last.number, hash: last.hash },
    timestamp: last.timestamp,
    entries,
    rows,
  }
}

type RowsOf = (table: RowTable) => CopyRows

interface Total {
  entries: number
  amount: bigint
}

const writeBlock = (block: VerifiedBlock, rowsOf: RowsOf): number => {
  const totals = new Map<EntryKind, Total>()
  const spoke = new Set<number>()
  const opened: Hex[] = []
  for (const log of block.logs) {
    spoke.add(log.transactionIndex)
    writeLog(block, log, rowsOf, totals)
    if (opensAccount(log)) opened.push(hexOf(accountIn(log)))
  }
  for (const account of opened.toSorted(inOrder)) {
    const rows = rowsOf('account')
    rows.row()
    rows.bytes(bytesOf(account))
    rows.text(codeOf(account))
    rows.int4(block.number)
  }
  let entries = 0
  for (const [kind, total] of [...totals].toSorted(([a], [b]) => inOrder(a, b))) {
    entries += total.entries
    const rows = rowsOf('block_total')
    rows.row()
    rows.int4(block.number)
    rows.text(kind)
    rows.int4(total.entries)
    rows.numericOf(total.amount)
  }
  for (const { index, hash, from, to } of block.transactions) {
    if (!spoke.has(index)) continue
    const rows = rowsOf('transaction')
    rows.row()
    rows.bytes(hash)
    rows.int4(block.number)
    rows.int4(index)
    rows.bytes(from)
    if (to === null) rows.null()
    else rows.bytes(to)
  }
  writeHeader(block, rowsOf('block'))
  return entries
}

const writeHeader = (block: VerifiedBlock, rows: CopyRows) => {
  rows.row()
  rows.int4(block.number)
  rows.bytes(block.hash)
  rows.bytes(block.parentHash)
  rows.int8(block.timestamp)
  rows.bytes(block.stateRoot)
  if (block.sealer === null) rows.null()
  else rows.bytes(block.sealer)
  rows.int4(block.transactions.length)
  rows.int4(block.logs.length)
}

const writeLog = (
  block: VerifiedBlock,
  log: ReceiptLog,
  rowsOf: RowsOf,
  totals: Map<EntryKind, Total>,
): void => {
  const shape = shapeOf(log)
  try {
    if (shape === undefined) decodeEvent(log)
    else writeEntry(rowsOf(tableOf[shape.name]), shape, log, block.number)
  } catch (error) {
    if (!(error instanceof UndecodableLog)) throw error
    const [topic0] = log.topics
    // One of ours tells the same as OpenZeppelin's of roles.
    if (topic0 !== undefined && isKnownWithoutRow(topic0)) return
    throw new UndecodableBlock(block.number, log.logIndex, error.topic, error)
  }
  if (shape === undefined) throw new Error('A log decodes that has no table.')
  addToTotal(totals, tableOf[shape.name], amountIn(log, shape.amountAt))
}

/** Order of plain text by its bytes: what a block derives comes in one order, by which the audit compares it. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** A consumer's account begins with its entry 1; those up to 65,535 are the categories and the ledger's own. */
const opensAccount = (log: ReceiptLog): boolean =>
  log.bytes[log.topicsAt + 2 * TOPIC_STEP + 31] === 1 &&
  seqIn(log) === 1 &&
  accountIn(log).some((byte, i) => byte !== 0 && i < 30)

const accountIn = ({ bytes, topicsAt }: ReceiptLog): Uint8Array =>
  bytes.subarray(topicsAt + TOPIC_STEP, topicsAt + TOPIC_STEP + 32)

/** Signed paise of 64 bits. */
const amountIn = (log: ReceiptLog, at: number | undefined): bigint =>
  at === undefined ? 0n : viewOf(log.bytes).getBigInt64(log.dataAt + at + 24)

const addToTotal = (totals: Map<EntryKind, Total>, kind: EntryKind, amount: bigint): void => {
  const total = totals.get(kind)
  if (total === undefined) {
    totals.set(kind, { entries: 1, amount })
    return
  }
  total.entries++
  if (amount !== 0n) total.amount += amount
}
