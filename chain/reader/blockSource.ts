import { transactionsIn } from '../../contracts/proof/block.ts'
import { encodeHeader, headerFromJson } from '../../contracts/proof/header.ts'
import { bytesIn, listIn, MalformedAnswer, objectIn } from '../../contracts/proof/json.ts'
import { receiptFromJson } from '../../contracts/proof/receipt.ts'
import { transactionFromJson } from '../../contracts/proof/transaction.ts'
import { hexOf } from '../../contracts/events/hex.ts'
import { MalformedRlp } from '../../contracts/proof/rlp.ts'
import { UnreadableBlock } from './alarms.ts'
import type { Transport } from './transport.ts'
import type { Checkpoint } from './types.ts'

/** What a block holds, raw, as its header commits to it. Nothing here is proven yet. */
export interface RawBody {
  readonly receipts: readonly Uint8Array[]
  readonly transactions: readonly Uint8Array[]
  /** Whether its memory holds nothing but bodies that were asked for with it, and may be given away with them. */
  readonly isAlone?: boolean
}

/** Where raw blocks come from. All methods throw `TransportError`, `RpcError`, `UnreadableBlock`. */
export interface BlockSource {
  /** Raw headers from block `from` on; fewer than `count` where the chain ends before. */
  readonly headers: (from: number, count: number, signal: AbortSignal) => Promise<Uint8Array[]>
  /** Bodies of these blocks, asked for by hash, so that a reorg between two requests mixes nothing. */
  readonly bodies: (blocks: readonly Checkpoint[], signal: AbortSignal) => Promise<RawBody[]>
}

/** Geth: everything raw, as it is stored. About twice as fast as any other way (measured: 200,000 logs a second). */
export const rawSource = (transport: Transport): BlockSource => ({
  headers: async (from, count, signal) => {
    const answers = await transport.batchBytes(
      headerCalls('debug_getRawHeader', from, count, []),
      signal,
    )
    return answers.map((answer, i) =>
      readable(from + i, () => rawBytes(answer, 'debug_getRawHeader')),
    )
  },
  bodies: async (blocks, signal) => {
    const calls = blocks.flatMap(({ hash }) => [
      { method: 'debug_getRawReceipts', params: [hexOf(hash)] },
      { method: 'debug_getRawBlock', params: [hexOf(hash)] },
    ])
    const answers = await transport.batchBytes(calls, signal)
    return blocks.map(({ number }, i) =>
      readable(number, () => ({
        receipts: listIn(answers[2 * i], 'debug_getRawReceipts').map((raw) =>
          rawBytes(raw, 'receipt'),
        ),
        transactions: transactionsIn(rawBytes(answers[2 * i + 1], 'debug_getRawBlock')),
      })),
    )
  },
})

/** Any other node, anvil among them: the same bytes, encoded again from JSON; the hashes tell whether rightly. */
export const jsonSource = (transport: Transport): BlockSource => ({
  headers: async (from, count, signal) => {
    const calls = headerCalls('eth_getBlockByNumber', from, count, [false])
    const answers = await transport.batch(calls, signal)
    const end = answers.indexOf(null)
    return answers
      .slice(0, end < 0 ? count : end)
      .map((json, i) => readable(from + i, () => encodeHeader(headerFromJson(json))))
  },
  bodies: async (blocks, signal) => {
    const calls = blocks.flatMap(({ hash }) => [
      { method: 'eth_getBlockReceipts', params: [hexOf(hash)] },
      { method: 'eth_getBlockByHash', params: [hexOf(hash), true] },
    ])
    const answers = await transport.batch(calls, signal)
    return blocks.map(({ number }, i) =>
      readable(number, () => {
        const block = objectIn(answers[2 * i + 1], 'eth_getBlockByHash')
        const transactions = listIn(block['transactions'], 'transactions')
        return {
          receipts: listIn(answers[2 * i], 'eth_getBlockReceipts').map((json) =>
            receiptFromJson(json),
          ),
          transactions: transactions.map((json) => transactionFromJson(json)),
        }
      }),
    )
  },
})

const headerCalls = (method: string, from: number, count: number, more: readonly unknown[]) =>
  Array.from({ length: count }, (_, i) => ({
    method,
    params: [`0x${(from + i).toString(16)}`, ...more],
  }))

/** What `read` makes of the answer for block `number`. */
const readable = <T>(number: number, read: () => T): T => {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof MalformedAnswer || cause instanceof MalformedRlp)) throw cause
    throw new UnreadableBlock(number, cause.message, cause)
  }
}

/** Bytes of a raw answer; a short one is still text. */
const rawBytes = (answer: unknown, what: string): Uint8Array => {
  if (answer instanceof Uint8Array) return answer
  return bytesIn({ [what]: answer }, what)
}
