import type { DayNumber, Paise, PerUnit, Watt, Wh } from '../rules/units.ts'
import { hexOf, type Hex, writeHex } from './hex.ts'
import type { WordKind } from './layouts.ts'

/** What a word of each kind is read as. */
export interface WordValues {
  uint: number
  day: DayNumber
  watt: Watt
  wh: Wh
  perUnit: PerUnit
  paise: Paise
  bool: boolean
  address: Hex
  bytes32: Hex
}
export type WordValue = WordValues[WordKind]

/** The values that a word may hold, both ends included. */
export interface Bounds {
  readonly min: bigint
  readonly max: bigint
  /** The largest of them that a number can be exactly. */
  readonly most: number
}

const between = (min: bigint, max: bigint): Bounds => ({
  min,
  max,
  most: Math.min(Number(max), Number.MAX_SAFE_INTEGER),
})
const unsigned = (bits: bigint) => between(0n, 2n ** bits - 1n)
const signed = (bits: bigint) => between(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n)

export const bounds = {
  /** As large as a number can be exact. */
  uint: unsigned(53n),
  uint32: unsigned(32n),
  int32: signed(32n),
  uint63: unsigned(63n),
  uint64: unsigned(64n),
  int64: signed(64n),
  int128: signed(128n),
  bool: unsigned(1n),
  address: unsigned(160n),
  bytes32: unsigned(256n),
} as const satisfies Record<string, Bounds>

/** The values of a kind of word, by the narrow types of IBilling.sol. Paise are unsigned where they can't be negative. */
export const boundsOf = (kind: WordKind, isSigned: boolean): Bounds => {
  switch (kind) {
    case 'uint':
      return bounds.uint
    case 'day':
    case 'watt':
      return bounds.uint32
    case 'wh':
      return bounds.uint64
    case 'perUnit':
      return isSigned ? bounds.int32 : bounds.uint32
    case 'paise':
      return isSigned ? bounds.int64 : bounds.uint63
    default:
      return bounds[kind]
  }
}

/**
 * Reads words at byte offsets of one stretch of bytes. Each method throws `WordOutOfBounds` for a value that the kind
 * can't hold, stray upper bits included.
 */
export class Words {
  readonly bytes: Uint8Array
  readonly view: DataView
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  uint(at: number): number {
    return this.number(at, 2 ** 53 - 1, bounds.uint)
  }

  day(at: number): DayNumber {
    return this.number(at, 2 ** 32 - 1, bounds.uint32) as DayNumber
  }

  bool(at: number): boolean {
    return this.number(at, 1, bounds.bool) === 1
  }

  wh(at: number): Wh {
    if (this.before64(at) !== 0) throw this.outOfBounds(at, bounds.uint64)
    return this.view.getBigUint64(at + 24) as Wh
  }

  /** Paise that can't be negative. */
  amount(at: number): Paise {
    if ((this.before64(at) | (this.view.getUint8(at + 24) >> 7)) !== 0) {
      throw this.outOfBounds(at, bounds.uint63)
    }
    return this.view.getBigUint64(at + 24) as Paise
  }

  /** Paise of either sign. */
  paise(at: number): Paise {
    if (!this.isSignExtended(at, 24)) throw this.outOfBounds(at, bounds.int64)
    return this.view.getBigInt64(at + 24) as Paise
  }

  /** Paise of the whole ledger. */
  total(at: number): Paise {
    if (!this.isSignExtended(at, 16)) throw this.outOfBounds(at, bounds.int128)
    return ((this.view.getBigInt64(at + 16) << 64n) | this.view.getBigUint64(at + 24)) as Paise
  }

  /** A number of 32 bits, without or with a sign. */
  watt(at: number): Watt {
    return BigInt(this.number(at, 2 ** 32 - 1, bounds.uint32)) as Watt
  }

  perUnit(at: number): PerUnit {
    return BigInt(this.number(at, 2 ** 32 - 1, bounds.uint32)) as PerUnit
  }

  fuelPerUnit(at: number): PerUnit {
    if (!this.isSignExtended(at, 28)) throw this.outOfBounds(at, bounds.int32)
    return BigInt(this.view.getInt32(at + 28)) as PerUnit
  }

  address(at: number): Hex {
    const { view } = this
    if ((view.getInt32(at) | view.getInt32(at + 4) | view.getInt32(at + 8)) !== 0) {
      throw this.outOfBounds(at, bounds.address)
    }
    return this.isZero(at) ? zeroAddress : hexOf(this.bytes, at + 12, 20)
  }

  bytes32(at: number): Hex {
    return this.isZero(at) ? zeroBytes32 : hexOf(this.bytes, at, 32)
  }

  /** Payer, evidence or reference are often none. */
  private isZero(at: number): boolean {
    return (this.before64(at) | this.view.getInt32(at + 24) | this.view.getInt32(at + 28)) === 0
  }

  private number(at: number, max: number, within: Bounds): number {
    const value = this.view.getUint32(at + 24) * 2 ** 32 + this.view.getUint32(at + 28)
    if (this.before64(at) !== 0 || value > max) throw this.outOfBounds(at, within)
    return value
  }

  /** The first 24 bytes of the word, or-ed: 0 if none has a bit. */
  private before64(at: number): number {
    const { view } = this
    return (
      view.getInt32(at) |
      view.getInt32(at + 4) |
      view.getInt32(at + 8) |
      view.getInt32(at + 12) |
      view.getInt32(at + 16) |
      view.getInt32(at + 20)
    )
  }

  /** Whether the word's bytes before `from` only repeat the sign bit of the byte there. */
  private isSignExtended(at: number, from: number): boolean {
    const sign = this.view.getInt32(at + from) >> 31
    for (let i = 0; i < from; i += 4) if (this.view.getInt32(at + i) !== sign) return false
    return true
  }

  private outOfBounds(at: number, within: Bounds): WordOutOfBounds {
    return new WordOutOfBounds(at, hexOf(this.bytes, at, 32), within)
  }
}

const zeroAddress: Hex = `0x${'0'.repeat(40)}`
const zeroBytes32: Hex = `0x${'0'.repeat(64)}`

/**
 * Writes `value` as the word at byte `at`, where only zeros are yet. Throws `WordOutOfBounds` where it does not fit, `NotHex`
 * for other text.
 */
export const writeWord = (
  { bytes, view }: Words,
  at: number,
  within: Bounds,
  value: WordValue | undefined,
): void => {
  if (within === bounds.address || within === bounds.bytes32) {
    const length = within === bounds.address ? 20 : 32
    if (writeHex(bytes, at + 32 - length, String(value)) !== length)
      throw new WordOutOfBounds(at, String(value), within)
    return
  }
  // Most numbers are small: as a bigint each would take three times as long.
  if (typeof value === 'number' && value >= 0 && value <= within.most && Number.isInteger(value)) {
    view.setUint32(at + 24, value / 2 ** 32)
    view.setUint32(at + 28, value)
    return
  }
  const number = wholeNumber(value)
  if (number === undefined || number < within.min || number > within.max) {
    throw new WordOutOfBounds(at, String(value), within)
  }
  // Before a number of 64 bits, as all but the ledger's totals are, stands its sign alone.
  if (number < 0n) bytes.fill(0xff, at, at + 24)
  view.setBigInt64(at + 24, BigInt.asIntN(64, number))
  if (within === bounds.int128) view.setBigInt64(at + 16, BigInt.asIntN(64, number >> 64n))
}

const wholeNumber = (value: WordValue | undefined): bigint | undefined => {
  if (typeof value === 'bigint') return value
  if (typeof value === 'boolean') return value ? 1n : 0n
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : undefined
}

export class WordOutOfBounds extends Error {
  override readonly name = 'WordOutOfBounds'
  /** Byte at which the word stands. */
  readonly at: number
  readonly value: string
  constructor(at: number, value: string, within: Bounds) {
    super(`${value} is not between ${within.min} and ${within.max}`)
    this.at = at
    this.value = value
  }
}
