/**
 * Recursive length prefix, Ethereum's encoding of nested byte strings (Yellow Paper, appendix B). Strict: every value has
 * one encoding, and only that one is read; so decoding and encoding again gives the same bytes and the same hash.
 */
export type Rlp = Uint8Array | readonly Rlp[]

/** The encoding of a byte string or of a list of them, at any depth. */
export const encodeRlp = (item: Rlp): Uint8Array => {
  const bytes = new Uint8Array(encodedLength(item))
  write(bytes, 0, item)
  return bytes
}

/** What `bytes` encode: exactly one item, all bytes used. Throws `MalformedRlp`. */
export const decodeRlp = (bytes: Uint8Array): Rlp => {
  const reader = new RlpReader(bytes)
  const item = reader.item()
  reader.end()
  return item
}

/** A whole number as RLP has it: big-endian, no leading zero, zero as no byte. */
export const rlpUint = (value: number | bigint): Uint8Array => {
  const digits = value.toString(16)
  if (digits === '0') return new Uint8Array(0)
  const bytes = new Uint8Array((digits.length + 1) >> 1)
  for (let i = bytes.length - 1, end = digits.length; i >= 0; i--, end -= 2) {
    bytes[i] = Number.parseInt(digits.slice(Math.max(0, end - 2), end), 16)
  }
  return bytes
}

/** Length of the prefix before a payload of `length` bytes; a list's, or a string's of more than one byte. */
const prefixLength = (length: number): number => (length < 56 ? 1 : 1 + bytesIn(length))

/** Writes the prefix of a payload (`base` 0x80 for a string, 0xc0 for a list) and returns where the payload goes. */
const writePrefix = (bytes: Uint8Array, at: number, base: 0x80 | 0xc0, length: number): number => {
  if (length < 56) {
    bytes[at] = base + length
    return at + 1
  }
  const size = bytesIn(length)
  bytes[at] = base + 55 + size
  for (let i = size, rest = length; i > 0; i--, rest = Math.floor(rest / 256)) bytes[at + i] = rest
  return at + 1 + size
}

/** What stands before a byte string of that many bytes; one of more than one byte. */
export const stringPrefix = (length: number): Uint8Array => prefixOf(0x80, length)

/** What stands before the items of a list, encoded in so many bytes. */
export const listPrefix = (length: number): Uint8Array => prefixOf(0xc0, length)

const prefixOf = (base: 0x80 | 0xc0, length: number): Uint8Array => {
  const prefix = new Uint8Array(prefixLength(length))
  writePrefix(prefix, 0, base, length)
  return prefix
}

/**
 * Reads one item after another from the content of `bytes`, without copying: byte strings come out as views. All methods
 * throw `MalformedRlp`, saying where, if the next item is not what they read or not in its one encoding.
 */
export class RlpReader {
  readonly #bytes: Uint8Array
  readonly #stop: number
  /** Where the next item begins, in the bytes given. */
  at: number
  #from = 0
  #to = 0
  #list = false

  constructor(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.#bytes = bytes
    this.at = from
    this.#stop = to
  }

  get done(): boolean {
    return this.at >= this.#stop
  }

  get nextIsList(): boolean {
    return (this.#bytes[this.at] ?? 0) >= 0xc0
  }

  bytes(): Uint8Array {
    this.#next(false)
    return this.#bytes.subarray(this.#from, this.#to)
  }

  /** Where the bytes of a byte string begin; they end where the reader stands then. */
  bytesAt(): number {
    this.#next(false)
    return this.#from
  }

  /** A byte string of exactly that many bytes. */
  fixed(length: number): Uint8Array {
    this.fixedAt(length)
    return this.#bytes.subarray(this.#from, this.#to)
  }

  /** Where the bytes of one of exactly that many begin. */
  fixedAt(length: number): number {
    this.#next(false)
    if (this.#to - this.#from !== length) {
      throw this.#malformed(`${this.#to - this.#from} bytes where ${length} belong`)
    }
    return this.#from
  }

  /** A whole number up to 2⁵³ − 1. */
  number(): number {
    this.#next(false)
    let value = 0
    for (let i = this.#from; i < this.#to; i++) value = value * 256 + (this.#bytes[i] as number)
    if (!Number.isSafeInteger(value)) throw this.#malformed('a number beyond 2^53')
    this.#refuseLeadingZero()
    return value
  }

  bigint(): bigint {
    this.#next(false)
    let value = 0n
    for (let i = this.#from; i < this.#to; i++) {
      value = (value << 8n) | BigInt(this.#bytes[i] as number)
    }
    this.#refuseLeadingZero()
    return value
  }

  /** A list, to be read by a reader of its own. */
  list(): RlpReader {
    this.#next(true)
    return new RlpReader(this.#bytes, this.#from, this.#to)
  }

  /** The next item as it stands, prefix included. */
  raw(): Uint8Array {
    const start = this.at
    this.#next()
    return this.#bytes.subarray(start, this.#to)
  }

  item(): Rlp {
    this.#next()
    if (!this.#list) return this.#bytes.subarray(this.#from, this.#to)
    const items: Rlp[] = []
    const list = new RlpReader(this.#bytes, this.#from, this.#to)
    while (!list.done) items.push(list.item())
    return items
  }

  /** That nothing follows. */
  end(): void {
    if (this.at !== this.#stop) {
      throw this.#malformed(`${this.#stop - this.at} bytes more than belong there`)
    }
  }

  /** Finds the next item's payload; `list` says of which sort it must be. */
  #next(list?: boolean): void {
    const { at } = this
    if (at >= this.#stop) throw this.#malformed('the end where an item belongs')
    const prefix = this.#bytes[at] as number
    let from = at
    let length = 1
    if (prefix >= 0x80) {
      from = at + 1
      length = prefix < 0xc0 ? prefix - 0x80 : prefix - 0xc0
      if (length > 55) {
        const size = length - 55
        length = this.#longLength(from, size)
        from += size
      }
    }
    if (length > this.#stop - from) throw this.#malformed(`${length} bytes said, fewer there`)
    if (prefix === 0x81 && (this.#bytes[from] as number) < 0x80) {
      throw this.#malformed('a byte below 0x80 behind a prefix')
    }
    this.#list = prefix >= 0xc0
    if (list !== undefined && list !== this.#list) {
      throw this.#malformed(
        list ? 'a string where a list belongs' : 'a list where a string belongs',
      )
    }
    this.#from = from
    this.#to = from + length
    this.at = this.#to
  }

  #longLength(from: number, size: number): number {
    if (size > this.#stop - from) throw this.#malformed('a length cut off')
    let length = 0
    for (let i = from; i < from + size; i++) length = length * 256 + (this.#bytes[i] as number)
    if (this.#bytes[from] === 0 || length < 56) {
      throw this.#malformed('a length in more bytes than it needs')
    }
    return length
  }

  #refuseLeadingZero(): void {
    if (this.#to > this.#from && this.#bytes[this.#from] === 0) {
      throw this.#malformed('a number with a leading zero')
    }
  }

  #malformed(reason: string): MalformedRlp {
    return new MalformedRlp(this.at, reason)
  }
}

const bytesIn = (length: number): number => {
  let size = 1
  for (let rest = length; rest >= 256; rest = Math.floor(rest / 256)) size++
  return size
}

const isBytes = (item: Rlp): item is Uint8Array => item instanceof Uint8Array

const payloadLength = (item: Rlp): number =>
  isBytes(item) ? item.length : item.reduce((length, part) => length + encodedLength(part), 0)

const encodedLength = (item: Rlp): number => {
  if (isBytes(item) && item.length === 1 && (item[0] as number) < 0x80) return 1
  const length = payloadLength(item)
  return prefixLength(length) + length
}

const write = (bytes: Uint8Array, at: number, item: Rlp): number => {
  if (isBytes(item)) {
    if (item.length === 1 && (item[0] as number) < 0x80) {
      bytes[at] = item[0] as number
      return at + 1
    }
    const from = writePrefix(bytes, at, 0x80, item.length)
    bytes.set(item, from)
    return from + item.length
  }
  let next = writePrefix(bytes, at, 0xc0, payloadLength(item))
  for (const part of item) next = write(bytes, next, part)
  return next
}

export class MalformedRlp extends Error {
  override readonly name = 'MalformedRlp'
  /** Byte at which it went wrong. */
  readonly at: number
  readonly reason: string
  constructor(at: number, reason: string) {
    super(`Not RLP at byte ${at}: ${reason}. The bytes were cut or altered; fetch them again.`)
    this.at = at
    this.reason = reason
  }
}
