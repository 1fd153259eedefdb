import { bytesOf, hexOf, type Hex } from './hex.ts'
import { type EventName, type Layout, layouts } from './layouts.ts'
import { fieldsReader, type FieldsOf, wordBounds } from './readers.ts'
import { eventNames, type Topic, topicBytesOf, topicOf } from './topics.ts'
import { bounds, type Bounds, WordOutOfBounds, Words, type WordValue, writeWord } from './word.ts'

/** A log of the contract, read: entry `seq` of `account`. */
export interface EventOf<Name extends EventName> {
  readonly name: Name
  readonly account: Hex
  readonly seq: number
  readonly fields: FieldsOf<Name>
}
export type BillingEvent = { [Name in EventName]: EventOf<Name> }[EventName]

/** What a log carries: three topics (event, account, seq), each as bytes or as text, and flat words. */
export interface Log {
  readonly topics: readonly Topic[]
  readonly data: Uint8Array
}

/**
 * Reads a log of the contract. Throws `UndecodableLog` for a topic that is none of ours, for data of another length, and
 * for a word whose value its kind can't hold.
 * @example decodeEvent(log)
 * // { name: 'TreasurySwept', account: '0x00…', seq: 7, fields: { amount: 200000n, treasury: '0x…' } }
 */
export const decodeEvent = ({ topics, data }: Log): BillingEvent => {
  const shape = shapeOf(topics)
  if (data.length !== shape.length) {
    throw new UndecodableLog(
      shape.topic,
      `${shape.name} has ${shape.length} bytes of data, this log has ${data.length}`,
    )
  }
  const account = accountOf(shape, topics[1] as Topic)
  const seq = seqOf(shape, topics[2] as Topic)
  try {
    const { name } = shape
    return { name, account, seq, fields: shape.read(new Words(data)) } as BillingEvent
  } catch (error) {
    if (!(error instanceof WordOutOfBounds)) throw error
    const field = (layouts[shape.name] as Layout)[error.at / 32]?.[0]
    throw new UndecodableLog(shape.topic, `${shape.name}.${field}: ${error.message}`)
  }
}

/** The data of a log of this event, exactly as the contract emits them. Throws `UnencodableField`. */
export const encodeEvent = <Name extends EventName>(
  name: Name,
  fields: FieldsOf<Name>,
): Uint8Array => {
  const shape = shapes[name]
  const layout: Layout = layouts[name]
  const words = new Words(new Uint8Array(shape.length))
  let i = 0
  try {
    for (; i < layout.length; i++) {
      const value = (fields as Readonly<Record<string, WordValue>>)[fieldAt(layout, i)]
      writeWord(words, 32 * i, shape.bounds[i] as Bounds, value)
    }
  } catch (error) {
    throw new UnencodableField(name, fieldAt(layout, i), error)
  }
  return words.bytes
}

const fieldAt = (layout: Layout, i: number): string => layout[i]?.[0] ?? ''

/** The topics of a log of this event. */
export const encodeTopics = (name: EventName, account: Hex, seq: number): Uint8Array[] => {
  const seqWord = new Words(new Uint8Array(32))
  writeWord(seqWord, 0, bounds.uint, seq)
  return [topicBytesOf(name), bytesOf(account), seqWord.bytes]
}

interface Shape {
  readonly name: EventName
  readonly topic: Hex
  readonly topicBytes: Uint8Array
  readonly bounds: readonly Bounds[]
  readonly length: number
  readonly read: (words: Words) => FieldsOf<EventName>
}

const shape = (name: EventName): Shape => ({
  name,
  topic: topicOf(name),
  topicBytes: topicBytesOf(name),
  bounds: wordBounds(name),
  length: 32 * layouts[name].length,
  read: fieldsReader(name),
})

const shapes = Object.fromEntries(eventNames.map((name) => [name, shape(name)])) as {
  readonly [Name in EventName]: Shape
}

const byTopic = new Map<string, Shape>(eventNames.map((name) => [topicOf(name), shapes[name]]))

/** By the first three bytes, so that no text has to be made of a topic in bytes; the others are compared. */
const byStart = new Map<number, Shape>(
  eventNames.map((name) => [startOf(shapes[name].topicBytes), shapes[name]]),
)

const shapeOf = (topics: readonly Topic[]): Shape => {
  const [topic0] = topics
  if (topic0 === undefined) throw new UndecodableLog('none', 'the log has no topics')
  const shape =
    typeof topic0 === 'string' ? byTopic.get(topic0.toLowerCase()) : byStart.get(startOf(topic0))
  if (shape === undefined || (typeof topic0 !== 'string' && !isSame(topic0, shape.topicBytes))) {
    const topic = typeof topic0 === 'string' ? topic0 : hexOf(topic0)
    throw new UndecodableLog(topic, 'no event of the contract has this topic')
  }
  if (topics.length !== 3) {
    throw new UndecodableLog(
      shape.topic,
      `${shape.name} has 3 topics, this log has ${topics.length}`,
    )
  }
  return shape
}

function startOf(bytes: Uint8Array): number {
  // Not by destructuring, which iterates and costs as much as reading three words.
  return ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** The last account read: the entries of one act follow one another, so its text is made once for all of them. */
const last = { bytes: new Uint8Array(32), text: hexOf(new Uint8Array(32)) }

const accountOf = (shape: Shape, topic: Topic): Hex => {
  const bytes = wordOf(shape, topic)
  if (!isSame(bytes, last.bytes)) {
    last.bytes.set(bytes)
    last.text = hexOf(bytes)
  }
  return last.text
}

/** Read byte by byte: a view of these few costs more. */
const seqOf = (shape: Shape, topic: Topic): number => {
  const bytes = wordOf(shape, topic)
  let seq = 0
  for (let i = 0; i < 32; i++) seq = seq * 256 + (bytes[i] as number)
  if (seq > Number.MAX_SAFE_INTEGER) {
    throw new UndecodableLog(shape.topic, `${shape.name}: seq ${hexOf(bytes)} is too large`)
  }
  return seq
}

const wordOf = (shape: Shape, topic: Topic): Uint8Array => {
  const bytes = typeof topic === 'string' ? wordOfText(topic) : topic
  if (bytes?.length === 32) return bytes
  throw new UndecodableLog(shape.topic, `${shape.name}: a topic is not 32 bytes`)
}

const wordOfText = (topic: string): Uint8Array | undefined =>
  /^0x[0-9a-fA-F]{64}$/.test(topic) ? bytesOf(topic) : undefined

export class UndecodableLog extends Error {
  override readonly name = 'UndecodableLog'
  readonly topic: string
  readonly reason: string
  constructor(topic: string, reason: string) {
    super(
      `A log with topic ${topic} can't be decoded: ${reason}. It is not from this contract, or its data were altered.`,
    )
    this.topic = topic
    this.reason = reason
  }
}

export class UnencodableField extends Error {
  override readonly name = 'UnencodableField'
  readonly field: string
  constructor(event: EventName, field: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`${event}.${field} can't be encoded: ${reason}. Give a value that its unit can hold.`, {
      cause,
    })
    this.field = field
  }
}
