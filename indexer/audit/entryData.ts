import type { RowBytes } from './rowBytes.ts'

/**
 * The data of a log, made again from the columns that hold its words (COPY's binary values, and their types in Postgres). A
 * value that no word holds, which somebody put there, comes out as some other word: the account's head tells.
 */
export const entryData = (words: RowBytes, types: readonly string[]): Uint8Array => {
  const data = Buffer.alloc(32 * words.length)
  for (const [i, bytes] of words.entries()) {
    if (bytes === null) continue
    const end = 32 * (i + 1)
    if (types[i]?.startsWith('numeric') === true) writeNumeric(data, end, bytes)
    else bytes.copy(data, Math.max(32 * i, end - bytes.length))
  }
  return data
}

/** A whole number below 10¹² in at most three digits of 10,000: nearly every sum and register. */
const writeNumeric = (data: Buffer, end: number, bytes: Buffer): void => {
  const [digits, weight, sign] = [0, 2, 4].map((at) => bytes.readInt16BE(at)) as [
    number,
    number,
    number,
  ]
  if (sign !== 0 || weight > 2) {
    writeLarge(data, end, bytes)
    return
  }
  let value = 0
  for (let place = 0; place <= weight; place++)
    value = value * 10_000 + (place < digits ? bytes.readInt16BE(8 + 2 * place) : 0)
  data.writeUInt32BE(Math.floor(value / 2 ** 32), end - 8)
  data.writeUInt32BE(value % 2 ** 32, end - 4)
}

const writeLarge = (data: Buffer, end: number, bytes: Buffer): void => {
  const [digits, weight, sign] = [0, 2, 4].map((at) => bytes.readInt16BE(at)) as [
    number,
    number,
    number,
  ]
  let value = 0n
  for (let place = 0; place <= weight; place++)
    value = value * 10_000n + (place < digits ? BigInt(bytes.readInt16BE(8 + 2 * place)) : 0n)
  let word = BigInt.asUintN(256, sign === 0 ? value : -value)
  for (let at = end - 8; at >= end - 32; at -= 8) {
    data.writeBigUInt64BE(word & 0xffff_ffff_ffff_ffffn, at)
    word >>= 64n
  }
}
