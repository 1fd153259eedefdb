/** Bytes as text: 0x and lower-case digits, two for each byte. */
export type Hex = `0x${string}`

/** Digits of every pair of bytes: a 32-byte word takes half the time that it takes with digits of single bytes. */
const pairs = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'))

/** The `length` bytes of `bytes` from `at` on, as text. */
export const hexOf = (bytes: Uint8Array, at = 0, length = bytes.length - at): Hex => {
  let text = '0x'
  const end = at + length
  let i = at
  for (; i + 1 < end; i += 2) text += pairs[((bytes[i] as number) << 8) | (bytes[i + 1] as number)]
  if (i < end) text += (pairs[bytes[i] as number] as string).slice(2)
  return text as Hex
}

/** The bytes that `hex` stands for, in either case. Throws `NotHex` for anything else. */
export const bytesOf = (hex: string): Uint8Array => {
  if (!/^0x(?:[0-9a-fA-F]{2})*$/.test(hex)) throw new NotHex(hex)
  const bytes = new Uint8Array(hex.length / 2 - 1)
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(hex.slice(2 * i + 2, 2 * i + 4), 16)
  }
  return bytes
}

export class NotHex extends Error {
  override readonly name = 'NotHex'
  readonly text: string
  constructor(text: string) {
    super(
      `"${text.slice(0, 80)}" is not bytes in hexadecimal: write 0x and two digits for each byte.`,
    )
    this.text = text
  }
}
