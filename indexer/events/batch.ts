import type { VerifiedBlock, VerifiedLog } from '../../chain/reader/types.ts'
import { decodeEvent, UndecodableLog, type BillingEvent } from '../../contracts/events/codec.ts'
import { hexOf } from '../../contracts/events/hex.ts'
import { isKnownWithoutRow } from '../../contracts/events/topics.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { tableOf, type EntryKind } from '../../migrations/tables.ts'
import { UndecodableBlock } from '../alarms.ts'
import { amountOf, bytesText, entryText } from './entryText.ts'

/** The tables that a block's rows go to. */
export type RowTable = EntryKind | 'block' | 'transaction' | 'account' | 'block_total'

/** The rows of consecutive blocks as lines of COPY's text format, by table. */
export interface Batch {
  first: number
  last: { number: number; hash: Uint8Array }
  /** Of the last block, in seconds. */
  timestamp: number
  entries: number
  lines: ReadonlyMap<RowTable, readonly string[]>
}

/** The rows of proven blocks, at least one. Throws `UndecodableBlock`; then there are none. */
export const batchOf = (blocks: readonly VerifiedBlock[]): Batch => {
  const lines = new Map<RowTable, string[]>()
  const write = (table: RowTable, line: string) => {
    const known = lines.get(table)
    if (known === undefined) lines.set(table, [line])
    else known.push(line)
  }
  let entries = 0
  for (const block of blocks) entries += writeBlock(block, write)
  const [first] = blocks
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('A batch of no blocks.')
  return {
    first: first.number,
    last: { number: last.number, hash: last.hash },
    timestamp: last.timestamp,
    entries,
    lines,
  }
}

type Write = (table: RowTable, line: string) => void

const writeBlock = (block: VerifiedBlock, write: Write): number => {
  const totals = new Map<EntryKind, { entries: number; amount: bigint }>()
  const spoke = new Set<number>()
  for (const log of block.logs) {
    spoke.add(log.transactionIndex)
    const event = eventOf(block, log)
    if (event === undefined) continue
    const table = tableOf[event.name]
    const { transactionIndex, logIndex } = log
    write(table, entryText(event, { block: block.number, transactionIndex, logIndex }))
    if (opensAccount(event))
      write('account', `${bytesText(event.account)}\t${codeOf(event.account)}\t${block.number}\n`)
    const total = totals.get(table)
    if (total === undefined) totals.set(table, { entries: 1, amount: amountOf(event) })
    else {
      total.entries++
      total.amount += amountOf(event)
    }
  }
  let entries = 0
  for (const [kind, total] of totals) {
    entries += total.entries
    write('block_total', `${block.number}\t${kind}\t${total.entries}\t${total.amount}\n`)
  }
  for (const transaction of block.transactions)
    if (spoke.has(transaction.index))
      write(
        'transaction',
        `${bytea(transaction.hash)}\t${block.number}\t${transaction.index}\t${bytea(transaction.from)}\t${transaction.to === null ? NULL : bytea(transaction.to)}\n`,
      )
  write('block', blockLine(block))
  return entries
}

const blockLine = (block: VerifiedBlock) => {
  const { number, hash, parentHash, timestamp, stateRoot, sealer, transactions, logs } = block
  const by = sealer === null ? NULL : bytea(sealer)
  return `${number}\t${bytea(hash)}\t${bytea(parentHash)}\t${timestamp}\t${bytea(stateRoot)}\t${by}\t${transactions.length}\t${logs.length}\n`
}

/** The event a log is, or undefined where one of ours tells the same (OpenZeppelin's of roles). */
const eventOf = (block: VerifiedBlock, log: VerifiedLog): BillingEvent | undefined => {
  try {
    return decodeEvent(log)
  } catch (error) {
    if (!(error instanceof UndecodableLog)) throw error
    const [topic0] = log.topics
    if (topic0 !== undefined && isKnownWithoutRow(topic0)) return undefined
    throw new UndecodableBlock(block.number, log.logIndex, error.topic, error)
  }
}

/** Accounts up to 65,535 are the categories and the ledger's own. */
const LAST_RESERVED = `0x${'0'.repeat(60)}ffff`

const opensAccount = ({ seq, account }: BillingEvent) => seq === 1 && account > LAST_RESERVED

const NULL = '\\N'

const bytea = (bytes: Uint8Array) => bytesText(hexOf(bytes))
