import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compress, decompress } from '../../../../chain/reader/peer/snappy.ts'

const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('latin1')
const packed = (...parts: (number | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part, 'latin1'))),
  )

test('what was compressed comes out again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
      expect(decompress(compress(bytes), 3_000)).toEqual(bytes)
    }),
  )
})

test('copies repeat what came before, also what they have only begun to write', () => {
  // "ab", then 8 bytes from 2 back: each of the three kinds of copies.
  expect(text(decompress(packed(10, 1 << 2, 'ab', 1 | (4 << 2), 2), 10))).toBe('ababababab')
  expect(text(decompress(packed(10, 1 << 2, 'ab', 2 | (7 << 2), 2, 0), 10))).toBe('ababababab')
  expect(text(decompress(packed(10, 1 << 2, 'ab', 3 | (7 << 2), 2, 0, 0, 0), 10))).toBe(
    'ababababab',
  )
  const long = 'x'.repeat(300)
  expect(text(decompress(packed(0xac, 2, 61 << 2, 43, 1, long), 300))).toBe(long)
})

test.each([
  ['more than is allowed', packed(11, 10 << 2, 'abcdefghijk'), 10],
  ['a piece longer than what is there', packed(10, 9 << 2, 'abc'), 10],
  ['a copy from before the beginning', packed(10, 1 << 2, 'ab', 1 | (4 << 2), 3), 10],
  ['a copy from nowhere', packed(10, 1 << 2, 'ab', 1 | (4 << 2), 0), 10],
  ['fewer bytes than it says', packed(10, 1 << 2, 'ab'), 10],
  ['more bytes than it says', packed(1, 1 << 2, 'ab'), 10],
  ['a length without end', packed(...Array.from({ length: 9 }, () => 0xff)), 10],
])('%s is no message', (_, bytes, most) => {
  expect(decompress(bytes, most)).toBeNull()
})

test('no bytes at all make it fail otherwise', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const found = decompress(bytes, 1_000)
      expect(found === null || found.length <= 1_000).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})
