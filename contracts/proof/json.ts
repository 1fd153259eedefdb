import { bytesOf, NotHex } from '../events/hex.ts'

/** An object of a node's JSON answer, its members not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The object that a node's answer must be. Throws `MalformedAnswer` naming `what` it should have been. */
export const objectIn = (value: unknown, what: string): JsonObject => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as JsonObject
  throw new MalformedAnswer(what, value)
}

/** The list that a node's answer must be. */
export const listIn = (value: unknown, what: string): readonly unknown[] => {
  if (Array.isArray(value)) return value
  throw new MalformedAnswer(what, value)
}

/** Bytes of member `name`, of exactly `length` if given. */
export const bytesIn = (object: JsonObject, name: string, length?: number): Uint8Array => {
  const value = object[name]
  if (typeof value !== 'string') throw new MalformedAnswer(name, value)
  const bytes = hexBytes(name, value)
  if (length !== undefined && bytes.length !== length) throw new MalformedAnswer(name, value)
  return bytes
}

/** The quantity (EIP-1474) in member `name`, of any size. */
export const bigintIn = (object: JsonObject, name: string): bigint => {
  const value = object[name]
  if (typeof value === 'string' && /^0x[0-9a-fA-F]{1,64}$/.test(value)) return BigInt(value)
  throw new MalformedAnswer(name, value)
}

/** The quantity in member `name`, up to 2⁵³ − 1. */
export const numberIn = (object: JsonObject, name: string): number => {
  const value = bigintIn(object, name)
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value)
  throw new MalformedAnswer(name, object[name])
}

const hexBytes = (name: string, value: string): Uint8Array => {
  try {
    return bytesOf(value)
  } catch (error) {
    if (error instanceof NotHex) throw new MalformedAnswer(name, value)
    throw error
  }
}

export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer'
  /** The member, or the thing, that is not as it should be. */
  readonly member: string
  readonly value: unknown
  constructor(member: string, value: unknown) {
    const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value)
    super(
      `The node's answer has ${text.slice(0, 120)} for "${member}": it is no Ethereum node, or a newer kind than this reads.`,
    )
    this.member = member
    this.value = value
  }
}
