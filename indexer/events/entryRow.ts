import { decodeEvent } from '../../contracts/events/codec.ts'
import { layouts, type EventName, type Layout } from '../../contracts/events/layouts.ts'
import { wordBounds } from '../../contracts/events/readers.ts'
import { eventNames, topicBytesOf } from '../../contracts/events/topics.ts'
import { bounds, type Bounds } from '../../contracts/events/word.ts'
import { isAt } from '../../contracts/proof/bytes.ts'
import { type ReceiptLog, TOPIC_STEP } from '../../contracts/proof/receipt.ts'
import type { CopyRows } from './copyRows.ts'

/** What an entry's table and totals need to know of its event. */
export interface EntryShape {
  readonly name: EventName
  /** Byte at which the amount stands that a block's total sums, in paise; undefined where it is no sum of money. */
  readonly amountAt: number | undefined
  readonly topic: Uint8Array
  /** Bytes of data. */
  readonly length: number
  readonly words: readonly WriteWord[]
}

/** Writes the word at byte `at` to a column; false where its value is none that the kind of word can hold. */
type WriteWord = (rows: CopyRows, bytes: Uint8Array, view: DataView, at: number) => boolean

/** The event that a log is by its topics and length, or undefined where it is none of ours. */
export const shapeOf = ({
  bytes,
  topicsAt,
  topicCount,
  dataLength,
}: ReceiptLog): EntryShape | undefined => {
  if (topicCount !== 3) return undefined
  const shape = byStart.get(startOf(bytes, topicsAt))
  if (shape === undefined || dataLength !== shape.length) return undefined
  return isAt(bytes, topicsAt, shape.topic) ? shape : undefined
}

/**
 * Writes one entry: account, seq, place, then the event's words in the order of layouts.ts, which is the order of its
 * table's columns (a test holds them to it). The words are checked as `decodeEvent` checks them, and go over without
 * becoming text or bigint. Throws what `decodeEvent` says of a log that has a word out of bounds.
 */
export const writeEntry = (
  rows: CopyRows,
  { words }: EntryShape,
  log: ReceiptLog,
  block: number,
): void => {
  const number = seqIn(log)
  if (number > Number.MAX_SAFE_INTEGER) refuse(log)
  const view = viewOf(log.bytes)
  rows.row()
  rows.bytes(log.bytes, log.topicsAt + TOPIC_STEP, 32)
  rows.int8(number)
  rows.int4(block)
  rows.int4(log.transactionIndex)
  rows.int4(log.logIndex)
  let at = log.dataAt
  for (const write of words) {
    if (!write(rows, log.bytes, view, at)) refuse(log)
    at += 32
  }
}

/** In the decoder's words. */
const refuse = (log: ReceiptLog): never => {
  decodeEvent(log)
  throw new Error('A log decodes that could not be written: both must hold words to one bound.')
}

/** The entry's number; beyond 2⁵³ not exact. */
export const seqIn = ({ bytes, topicsAt }: ReceiptLog): number => {
  const at = topicsAt + 2 * TOPIC_STEP
  let seq = 0
  for (let i = at; i < at + 32; i++) seq = seq * 256 + (bytes[i] as number)
  return seq
}

/** The logs of a receipt follow one another, and one view does for all of them. */
let viewed: Uint8Array = new Uint8Array(0)
let view: DataView = new DataView(viewed.buffer)

export const viewOf = (bytes: Uint8Array): DataView => {
  if (bytes !== viewed) {
    viewed = bytes
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }
  return view
}

/** Whether all bytes of the word before `from` are zero. */
const isZeroBefore = (view: DataView, at: number, from: number): boolean => {
  let bits = 0
  for (let i = 0; i < from; i += 4) bits |= view.getInt32(at + i)
  return bits === 0
}

/** Whether they only repeat the sign of the byte there. */
const isSignBefore = (view: DataView, at: number, from: number): boolean => {
  const sign = view.getInt32(at + from) >> 31
  for (let i = 0; i < from; i += 4) if (view.getInt32(at + i) !== sign) return false
  return true
}

/** The last 8 bytes; above 2⁵³ not exact. */
const low = (view: DataView, at: number): number =>
  view.getUint32(at + 24) * 2 ** 32 + view.getUint32(at + 28)

const writeCount =
  (max: number): WriteWord =>
  (rows, _bytes, view, at) => {
    const value = low(view, at)
    if (value > max || !isZeroBefore(view, at, 24)) return false
    rows.int8(value)
    return true
  }

const writeUnsigned =
  (bits: number): WriteWord =>
  (rows, _bytes, view, at) => {
    if (!isZeroBefore(view, at, bits === 32 ? 28 : 24)) return false
    const value = low(view, at)
    if (bits === 63 && view.getInt32(at + 24) < 0) return false
    if (value <= Number.MAX_SAFE_INTEGER) rows.numeric(value)
    else rows.numericOf(view.getBigUint64(at + 24))
    return true
  }

const writeSigned =
  (bits: number): WriteWord =>
  (rows, _bytes, view, at) => {
    if (!isSignBefore(view, at, 32 - bits / 8)) return false
    if (bits === 32) rows.numeric(view.getInt32(at + 28))
    else if (bits === 64 && view.getInt32(at + 24) === 0) rows.numeric(view.getUint32(at + 28))
    else if (bits === 64) rows.numericOf(view.getBigInt64(at + 24))
    else rows.numericOf((view.getBigInt64(at + 16) << 64n) | view.getBigUint64(at + 24))
    return true
  }

const writeBoolean: WriteWord = (rows, _bytes, view, at) => {
  if (!isZeroBefore(view, at, 28) || view.getUint32(at + 28) > 1) return false
  rows.boolean(view.getUint8(at + 31) === 1)
  return true
}

const writeBytes =
  (length: number): WriteWord =>
  (rows, bytes, view, at) => {
    if (length === 20 && !isZeroBefore(view, at, 12)) return false
    rows.bytes(bytes, at + 32 - length, length)
    return true
  }

const writers = new Map<Bounds, { count?: WriteWord; amount?: WriteWord }>([
  [bounds.uint, { count: writeCount(Number.MAX_SAFE_INTEGER) }],
  [bounds.uint32, { count: writeCount(2 ** 32 - 1), amount: writeUnsigned(32) }],
  [bounds.int32, { amount: writeSigned(32) }],
  [bounds.uint63, { amount: writeUnsigned(63) }],
  [bounds.uint64, { amount: writeUnsigned(64) }],
  [bounds.int64, { amount: writeSigned(64) }],
  [bounds.int128, { amount: writeSigned(128) }],
  [bounds.bool, { count: writeBoolean }],
  [bounds.address, { count: writeBytes(20) }],
  [bounds.bytes32, { count: writeBytes(32) }],
])

/** Days are counts and stand in a bigint column; energy, load, money and rates are amounts and stand in a numeric one. */
const writerOf = ([, kind]: Layout[number], within: Bounds): WriteWord => {
  const { count, amount } = writers.get(within) ?? {}
  const isAmount = kind === 'watt' || kind === 'wh' || kind === 'perUnit' || kind === 'paise'
  const writer = isAmount ? amount : count
  if (writer === undefined) throw new Error(`No column for a word of the kind ${kind}.`)
  return writer
}

/** The word that a block's total of the kind sums; events that are no sum of money have none. */
const amounts: { readonly [Name in EventName]?: (typeof layouts)[Name][number][0] } = {
  ChargeApplied: 'charge',
  BillIssued: 'amount',
  PaymentMade: 'amount',
  PaymentReversed: 'amount',
  ConsumptionRevised: 'difference',
  BillDisputed: 'amount',
  AdjustmentPosted: 'amount',
  TreasurySwept: 'amount',
}

const startOf = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)

const byStart = new Map(
  eventNames.map((name): [number, EntryShape] => {
    const layout: Layout = layouts[name]
    const within = wordBounds(name)
    const amount = layout.findIndex(([word]) => word === amounts[name])
    const topic = topicBytesOf(name)
    return [
      startOf(topic, 0),
      {
        name,
        topic,
        amountAt: amount < 0 ? undefined : 32 * amount,
        length: 32 * layout.length,
        words: layout.map((word, i) => writerOf(word, within[i] as Bounds)),
      },
    ]
  }),
)
