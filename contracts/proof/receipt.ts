import { isSame } from './bytes.ts'
import { bytesIn, type JsonObject, listIn, numberIn, objectIn } from './json.ts'
import { encodeRlp, MalformedRlp, RlpReader, rlpUint } from './rlp.ts'

/** What a transaction did, as its raw receipt says it. All bytes are views of the receipt. */
export interface Receipt {
  /** 0 for a legacy transaction, else its type (EIP-2718). */
  readonly type: number
  /** False where the transaction was mined but refused. */
  readonly succeeded: boolean
  /** Gas used in the block up to and with this transaction. */
  readonly cumulativeGasUsed: number
  /** The logs, or only those of the contract asked for. */
  readonly logs: readonly ReceiptLog[]
  /** How many logs there are, whichever contract's. */
  readonly logCount: number
}

export interface ReceiptLog {
  /** 20 bytes. */
  readonly address: Uint8Array
  /** Each 32 bytes, at most four. */
  readonly topics: readonly Uint8Array[]
  readonly data: Uint8Array
  /** Its place in the receipt, from 0. */
  readonly index: number
}

/**
 * Reads a raw receipt (Byzantium on; typed ones by EIP-2718 and EIP-2930): `contract` keeps only that one's logs, so the
 * others cost nothing. Throws `MalformedRlp`.
 */
export const decodeReceipt = (raw: Uint8Array, contract?: Uint8Array): Receipt => {
  const type = (raw[0] ?? 0xc0) < 0x80 ? (raw[0] as number) : 0
  const outer = new RlpReader(raw, type === 0 ? 0 : 1)
  const fields = outer.list()
  outer.end()
  const status = fields.number()
  if (status > 1) throw new MalformedRlp(0, `a receipt's status is 0 or 1, this one's ${status}`)
  const cumulativeGasUsed = fields.number()
  fields.fixed(256)
  const all = fields.list()
  fields.end()
  const logs: ReceiptLog[] = []
  let logCount = 0
  for (; !all.done; logCount++) {
    const log = all.list()
    const address = log.fixed(20)
    if (contract !== undefined && !isSame(address, contract)) continue
    const topics: Uint8Array[] = []
    for (const list = log.list(); !list.done;) topics.push(list.fixed(32))
    logs.push({ address, topics, data: log.bytes(), index: logCount })
    log.end()
  }
  return { type, succeeded: status === 1, cumulativeGasUsed, logs, logCount }
}

/**
 * The raw receipt, as the header's `receiptsRoot` commits to it, from one member of an eth_getBlockReceipts answer.
 * Whether it is the right one shows in that root. Throws `MalformedAnswer`.
 */
export const receiptFromJson = (receipt: unknown): Uint8Array => {
  const json = objectIn(receipt, 'receipt')
  const body = encodeRlp([
    rlpUint(numberIn(json, 'status')),
    rlpUint(numberIn(json, 'cumulativeGasUsed')),
    bytesIn(json, 'logsBloom', 256),
    listIn(json['logs'], 'logs').map((log) => logFromJson(objectIn(log, 'log'))),
  ])
  const type = json['type'] === undefined ? 0 : numberIn(json, 'type')
  return type === 0 ? body : withType(type, body)
}

/** A typed receipt or transaction: the type's byte before the list (EIP-2718). */
export const withType = (type: number, body: Uint8Array): Uint8Array => {
  const typed = new Uint8Array(1 + body.length)
  typed[0] = type
  typed.set(body, 1)
  return typed
}

const logFromJson = (log: JsonObject) => [
  bytesIn(log, 'address', 20),
  listIn(log['topics'], 'topics').map((topic) => bytesIn({ topic }, 'topic', 32)),
  bytesIn(log, 'data'),
]
