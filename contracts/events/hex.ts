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

/** Value of a hexadecimal digit by its character code; 16 for any other character. */
const digits = new Uint8Array(128).fill(16)
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16)
  digits[digit.charCodeAt(0)] = value
  digits[digit.toUpperCase().charCodeAt(0)] = value
}

/** The bytes that `hex` stands for, in either case. Throws `NotHex` for anything else. */
export const bytesOf = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(Math.max(0, hex.length / 2 - 1))
  writeHex(bytes, 0, hex)
  return bytes
}

/**
 * Writes the bytes that `hex` stands for from `at` on, as far as there is room, and says how many they are. Throws `NotHex`
 * for anything else.
 */
export const writeHex = (bytes: Uint8Array, at: number, hex: string): number => {
  if (!hex.startsWith('0x') || hex.length % 2 !== 0) throw new NotHex(hex)
  const length = hex.length / 2 - 1
  // Megabytes of a block's receipts come this way: a pattern to match them all first would be too much for the stack.
  for (let i = 0, from = 2; i < length; i++, from += 2) {
    const high = digits[hex.charCodeAt(from)] ?? 16
    const low = digits[hex.charCodeAt(from + 1)] ?? 16
    if ((high | low) > 15) throw new NotHex(hex)
    bytes[at + i] = (high << 4) | low
  }
  return length
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
