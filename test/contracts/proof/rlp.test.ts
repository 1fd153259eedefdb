import { decodeRlp as etherDecode, encodeRlp as etherEncode } from 'ethers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import {
  decodeRlp,
  encodeRlp,
  MalformedRlp,
  type Rlp,
  RlpReader,
  rlpUint,
} from '../../../contracts/proof/rlp.ts'
import '../../seeds.ts'

/** Lengths around which the prefix changes its form, and any other. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 70 }),
  fc
    .constantFrom(0, 1, 2, 54, 55, 56, 57, 255, 256, 257, 65_535, 65_536)
    .chain((length) =>
      fc.integer({ min: 0, max: 255 }).map((byte) => new Uint8Array(length).fill(byte)),
    ),
)
const { item: anyItem } = fc.letrec<{ item: Rlp }>((tie) => ({
  item: fc.oneof({ maxDepth: 4 }, anyBytes, fc.array(tie('item'), { maxLength: 6 })),
}))

const decodedOrRefused = (bytes: Uint8Array): Rlp | 'refused' => {
  try {
    return decodeRlp(bytes)
  } catch (error) {
    if (error instanceof MalformedRlp) return 'refused'
    throw error
  }
}

type EtherItem = string | EtherItem[]
const forEthers = (item: Rlp): EtherItem =>
  item instanceof Uint8Array ? hexOf(item) : item.map((part) => forEthers(part))

test('encodes any nesting of byte strings as ethers does', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      expect(hexOf(encodeRlp(item))).toBe(etherEncode(forEthers(item)))
    }),
  )
})

test('reads back what was encoded, as ethers does', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const bytes = encodeRlp(item)
      const read = forEthers(decodeRlp(bytes))
      expect(read).toEqual(forEthers(item))
      expect(read).toEqual(etherDecode(hexOf(bytes)))
    }),
  )
})

test('has one encoding for a value: bytes altered anywhere are refused, or encode something else just so', () => {
  const anyChange = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
  fc.assert(
    fc.property(anyItem, anyChange, (item, { at, byte }) => {
      const bytes = encodeRlp(item)
      bytes[at % bytes.length] = byte
      const read = decodedOrRefused(bytes)
      const again = read === 'refused' ? bytes : encodeRlp(read)
      expect(hexOf(again)).toBe(hexOf(bytes))
    }),
    { numRuns: 1000 },
  )
})

test('refuses bytes cut off anywhere, and bytes left over', () => {
  fc.assert(
    fc.property(anyItem, fc.nat(), (item, cut) => {
      const bytes = encodeRlp(item)
      expect(() => decodeRlp(bytes.subarray(0, cut % bytes.length))).toThrow(MalformedRlp)
      expect(() => decodeRlp(new Uint8Array([...bytes, 0]))).toThrow(MalformedRlp)
    }),
  )
})

test.each([
  ['a byte below 0x80 behind a prefix', '0x8105'],
  ['a string of 55 bytes with a long length', `0xb837${'11'.repeat(55)}`],
  ['a list of one byte with a long length', '0xf801c0'],
  ['a length with a leading zero', `0xb90038${'11'.repeat(56)}`],
  ['a length cut off', '0xbf11'],
  ['a length beyond the bytes', '0xbfffffffffffffffff'],
  ['nothing', '0x'],
])('refuses %s', (_, hex) => {
  expect(() => decodeRlp(bytesOf(hex))).toThrow(MalformedRlp)
})

test('numbers have no leading zero, and zero is no byte', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (value) => {
      expect(new RlpReader(encodeRlp(rlpUint(value))).bigint()).toBe(value)
    }),
  )
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(new RlpReader(encodeRlp(rlpUint(value))).number()).toBe(value)
    }),
  )
  expect(rlpUint(0)).toEqual(new Uint8Array(0))
  expect(() => new RlpReader(bytesOf('0x00')).number()).toThrow('leading zero')
  expect(() => new RlpReader(bytesOf('0x820001')).bigint()).toThrow('leading zero')
  expect(() => new RlpReader(encodeRlp(rlpUint(2n ** 53n))).number()).toThrow('beyond 2^53')
})

test('says what it met where another sort of item belongs', () => {
  expect(() => new RlpReader(bytesOf('0xc0')).bytes()).toThrow('a list where a string belongs')
  expect(() => new RlpReader(bytesOf('0x80')).list()).toThrow('a string where a list belongs')
  expect(() => new RlpReader(bytesOf('0x821122')).fixed(3)).toThrow('2 bytes where 3 belong')
})
