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
  #bytes: Buffer = Buffer.allocUnsafe(16_384)
  #at = HEADER.copy(this.#bytes)

  constructor(columns: number) {
    this.#columns = columns
  }

  /** The next row; a value for each column must follow. */
  row(): void {
    this.count++
    this.#grow(2)
    this.#at = this.#bytes.writeInt16BE(this.#columns, this.#at)
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
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
  }

  /** A `bigint`, of a number from 0 to 2⁵³ − 1. */
  int8(value: number): void {
    this.#length(8, 8)
    this.#at = this.#bytes.writeUInt32BE(Math.floor(value / 2 ** 32), this.#at)
    this.#at = this.#bytes.writeUInt32BE(value % 2 ** 32, this.#at)
  }

  /** A `bytea`: the `length` bytes of `source` from `from` on. */
  bytes(source: Uint8Array, from = 0, length = source.length): void {
    this.#length(length, length)
    for (let i = 0; i < length; i++) this.#bytes[this.#at + i] = source[from + i] as number
    this.#at += length
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
    this.#at += 2 * digits
    for (let place = 1; place <= digits; place++) {
      const more = Math.floor(rest / 10_000)
      this.#bytes.writeInt16BE(rest - more * 10_000, this.#at - 2 * place)
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
    for (const digit of digits.slice(0, last + 1))
      this.#at = this.#bytes.writeInt16BE(digit, this.#at)
  }

  /** Everything written, as one stream for COPY. Nothing more may be written. */
  end(): Uint8Array {
    this.#grow(2)
    this.#at = this.#bytes.writeInt16BE(-1, this.#at)
    return this.#bytes.subarray(0, this.#at)
  }

  #numericHead(digits: number, zeros: number, isNegative: boolean): void {
    const length = 8 + 2 * digits
    this.#length(length, length)
    this.#at = this.#bytes.writeInt16BE(digits, this.#at)
    // The weight of the first digit; zero has none.
    this.#at = this.#bytes.writeInt16BE(digits === 0 ? 0 : digits + zeros - 1, this.#at)
    this.#at = this.#bytes.writeInt16BE(isNegative ? NEGATIVE : POSITIVE, this.#at)
    this.#at = this.#bytes.writeInt16BE(0, this.#at)
  }

  /** A value's length before it, and room for so many bytes. */
  #length(length: number, room: number): void {
    this.#grow(4 + room)
    this.#at = this.#bytes.writeInt32BE(length, this.#at)
  }

  #grow(room: number): void {
    if (this.#at + room <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(2 * Math.max(this.#bytes.length, room))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
