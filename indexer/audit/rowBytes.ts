import { hexOf } from '../../contracts/events/hex.ts'

/** One row of COPY's binary format: the bytes of each column, null where it is null. */
export type RowBytes = readonly (Buffer | null)[]

/** Bytes of the header of COPY's binary format. */
const HEADER = 19

/** The rows of a stream in COPY's binary format, each with the bytes that it is. */
export const rowsIn = (stream: Buffer): { key: string; columns: RowBytes }[] => {
  const rows: { key: string; columns: RowBytes }[] = []
  for (let at = HEADER; ;) {
    const from = at
    const count = stream.readInt16BE(at)
    at += 2
    if (count < 0) return rows
    const columns: (Buffer | null)[] = []
    for (let column = 0; column < count; column++) {
      const length = stream.readInt32BE(at)
      at += 4
      columns.push(length < 0 ? null : stream.subarray(at, at + length))
      at += Math.max(0, length)
    }
    rows.push({ key: stream.toString('latin1', from, at), columns })
  }
}

/** A column's value for people, by its type in Postgres. */
export const valueText = (bytes: Buffer | null, type: string): string => {
  if (bytes === null) return 'null'
  if (type.startsWith('bytea')) return hexOf(bytes)
  if (type.startsWith('text')) return bytes.toString('utf8')
  if (type.startsWith('boolean')) return bytes[0] === 1 ? 'true' : 'false'
  if (type.startsWith('numeric')) return numericText(bytes)
  return bytes.length === 4 ? String(bytes.readInt32BE()) : String(bytes.readBigInt64BE())
}

const numericText = (bytes: Buffer): string => {
  const digits = bytes.readInt16BE(0)
  let value = 0n
  for (let place = 0; place < digits; place++)
    value = value * 10_000n + BigInt(bytes.readInt16BE(8 + 2 * place))
  const zeros = bytes.readInt16BE(2) + 1 - digits
  // A fraction can only be there if somebody put it there.
  if (zeros < 0) return `a number with a fraction (${hexOf(bytes)})`
  value *= 10_000n ** BigInt(zeros)
  const isNegative = bytes.readInt16BE(4) !== 0
  return String(isNegative ? -value : value)
}
