import { keccak256 } from '#keccak'
import { bytesOf, hexOf, type Hex } from './hex.ts'
import { type EventName, layouts } from './layouts.ts'
import { signatures, signaturesWithoutRow } from './signatures.ts'

const text = new TextEncoder()
const hashOf = (signature: string): Hex => hexOf(keccak256(text.encode(signature)))

export const eventNames = Object.keys(layouts) as EventName[]

const topics = Object.fromEntries(eventNames.map((name) => [name, hashOf(signatures[name])])) as {
  readonly [Name in EventName]: Hex
}

const withoutRow = new Set<string>(signaturesWithoutRow.map(hashOf))

/** topic0 of the event: the hash of its signature. */
export const topicOf = (name: EventName): Hex => topics[name]

const bytes = new Map<EventName, Uint8Array>(
  eventNames.map((name) => [name, bytesOf(topics[name])]),
)

/** The same as 32 bytes, which are not to be changed. */
export const topicBytesOf = (name: EventName): Uint8Array => bytes.get(name) as Uint8Array

/** Whether topic0 is of an event that makes no row, because one of ours tells the same (OpenZeppelin's on roles). */
export const isKnownWithoutRow = (topic0: Topic): boolean =>
  withoutRow.has(typeof topic0 === 'string' ? topic0.toLowerCase() : hexOf(topic0))

/** A topic of a log: 32 bytes, or the same as hexadecimal text. */
export type Topic = Uint8Array | string
