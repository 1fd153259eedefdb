import { isAt } from './bytes.ts'
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

/**
 * A log where it stands in its receipt. A block holds thousands, most of them read once and word by word: so their parts are
 * places, and views are made of them only when asked for.
 */
export class ReceiptLog {
  readonly bytes: Uint8Array
  /** 20 bytes. */
  readonly addressAt: number
  /** The first topic; each is 32 bytes, and the next one stands `TOPIC_STEP` bytes on. */
  readonly topicsAt: number
  readonly topicCount: number
  readonly dataAt: number
  readonly dataLength: number
  /** Which of its block's transactions made it, from 0. */
  readonly transactionIndex: number
  /** Its place in the block, from 0, other contracts' logs counted. */
  readonly logIndex: number

  constructor(bytes: Uint8Array, fields: RlpReader, transactionIndex: number, logIndex: number) {
    this.bytes = bytes
    this.addressAt = fields.fixedAt(20)
    const topics = fields.list()
    this.topicsAt = topics.at + 1
    let count = 0
    for (; !topics.done; count++) topics.fixedAt(32)
    this.topicCount = count
    this.dataAt = fields.bytesAt()
    this.dataLength = fields.at - this.dataAt
    this.transactionIndex = transactionIndex
    this.logIndex = logIndex
    fields.end()
  }

  get address(): Uint8Array {
    return this.bytes.subarray(this.addressAt, this.addressAt + 20)
  }

  get topics(): Uint8Array[] {
    return Array.from({ length: this.topicCount }, (_, i) => {
      const at = this.topicsAt + TOPIC_STEP * i
      return this.bytes.subarray(at, at + 32)
    })
  }

  get data(): Uint8Array {
    return this.bytes.subarray(this.dataAt, this.dataAt + this.dataLength)
  }
}

/** A topic and the prefix of the next. */
export const TOPIC_STEP = 33

/**
 * Reads a raw receipt (Byzantium on; typed ones by EIP-2718 and EIP-2930): `contract` keeps only that one's logs, so the
 * others cost nothing; `place` says which transaction of its block it is of, and how many logs came before. Throws `MalformedRlp`.
 */
export const decodeReceipt = (
  raw: Uint8Array,
  contract?: Uint8Array,
  place = { transactionIndex: 0, logsBefore: 0 },
): Receipt => {
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
    // An address of 20 bytes stands behind one byte; of other lengths none is the contract's.
    if (contract !== undefined && !isAt(raw, log.at + 1, contract)) continue
    const logIndex = place.logsBefore + logCount
    logs.push(new ReceiptLog(raw, log, place.transactionIndex, logIndex))
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
