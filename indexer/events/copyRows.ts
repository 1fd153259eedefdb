/** Begins every stream of COPY's binary format: its mark, no flags, no extension (PostgreSQL manual, "COPY"). */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')

const POSITIVE = 0x0000
const NEGATIVE = 0x4000

/**
 * Rows of one table in COPY's binary format, written value by value in the order of its columns: half the work of the text
 * format for us and for Postgres, since a proven log's bytes go to a column as they are.
 */
export class CopyRows {
  /** How many rows were begun. */
  count = 0
  readonly #columns: number
  #bytes: Buffer
  #at: number

  /** `room`: that of rows which are stored, to be written over. */
  constructor(columns: number, room: Buffer = Buffer.allocUnsafe(16_384)) {
    this.#columns = columns
    this.#bytes = room
    this.#at = HEADER.copy(room)
  }

  /** The memory that they stand in. */
  get room(): Buffer {
    return this.#bytes
  }

  /** The next row; a value for each column must follow. */
  row(): void {
    this.count++
    this.#grow(2)
    this.#int16(this.#columns)
  }

  null(): void {
    this.#length(-1, 0)
  }

  boolean(value: boolean): void {
    this.#length(1, 1)
    this.#bytes[this.#at++] = value ? 1 : 0
  }

  /** An `integer`. */
  int4(value: number): void {
    this.#length(4, 4)
    this.#int32(value)
  }

  /** A `bigint`, of a number from 0 to 2⁵³ − 1. */
  int8(value: number): void {
    this.#length(8, 8)
    this.#int32(Math.floor(value / 2 ** 32))
    this.#int32(value % 2 ** 32)
  }

  /** A `bytea`: the `length` bytes of `source` from `from` on. */
  bytes(source: Uint8Array, from = 0, length = source.length): void {
    this.#length(length, length)
    const bytes = this.#bytes
    const at = this.#at
    for (let i = 0; i < length; i++) bytes[at + i] = source[from + i] as number
    this.#at = at + length
  }

  text(value: string): void {
    const length = Buffer.byteLength(value)
    this.#length(length, length)
    this.#at += this.#bytes.write(value, this.#at)
  }

  /**
   * A `numeric` of a whole number of at most 2⁵³ − 1 either way: digits of 10,000, the most significant first, without the
   * zeros behind them, as Postgres itself sends it.
   */
  numeric(value: number): void {
    let rest = Math.abs(value)
    let zeros = 0
    while (rest > 0 && rest % 10_000 === 0) {
      rest /= 10_000
      zeros++
    }
    let digits = 0
    for (let more = rest; more > 0; more = Math.floor(more / 10_000)) digits++
    this.#numericHead(digits, zeros, value < 0)
    const bytes = this.#bytes
    const from = this.#at
    this.#at += 2 * digits
    for (let at = this.#at - 2; at >= from; at -= 2) {
      const more = Math.floor(rest / 10_000)
      const digit = rest - more * 10_000
      bytes[at] = digit >> 8
      bytes[at + 1] = digit
      rest = more
    }
  }

  /** A `numeric` of any whole number. */
  numericOf(value: bigint): void {
    if (value >= -SAFE && value <= SAFE) {
      this.numeric(Number(value))
      return
    }
    const digits: number[] = []
    for (let rest = value < 0n ? -value : value; rest > 0n; rest /= 10_000n)
      digits.unshift(Number(rest % 10_000n))
    const last = digits.findLastIndex((digit) => digit !== 0)
    this.#numericHead(last + 1, digits.length - last - 1, value < 0n)
    for (const digit of digits.slice(0, last + 1)) this.#int16(digit)
  }

  /** Everything written, as one stream for COPY. Nothing more may be written. */
  end(): Uint8Array {
    this.#grow(2)
    this.#int16(-1)
    return this.#bytes.subarray(0, this.#at)
  }

  #numericHead(digits: number, zeros: number, isNegative: boolean): void {
    const length = 8 + 2 * digits
    this.#length(length, length)
    this.#int16(digits)
    // The weight of the first digit; zero has none.
    this.#int16(digits === 0 ? 0 : digits + zeros - 1)
    this.#int16(isNegative ? NEGATIVE : POSITIVE)
    this.#int16(0)
  }

  /** A value's length before it, and room for so many bytes. */
  #length(length: number, room: number): void {
    this.#grow(4 + room)
    this.#int32(length)
  }

  /** Byte by byte: what Buffer has for it checks each value, and took a tenth of a backfill. */
  #int16(value: number): void {
    const bytes = this.#bytes
    bytes[this.#at++] = value >> 8
    bytes[this.#at++] = value
  }

  #int32(value: number): void {
    const bytes = this.#bytes
    bytes[this.#at++] = value >> 24
    bytes[this.#at++] = value >> 16
    bytes[this.#at++] = value >> 8
    bytes[this.#at++] = value
  }

  #grow(room: number): void {
    if (this.#at + room <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * Math.max(this.#bytes.length, room))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
