import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWithBytes } from '../../../chain/reader/answerBytes.ts'
import { hexOf } from '../../../contracts/events/hex.ts'
import '../../seeds.ts'

const parse = (text: string): unknown => parseWithBytes(Buffer.from(text))

/** Bytes back as the text that they were. */
const asText = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return hexOf(value)
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asText(member)]))
}

const anyHex = fc.uint8Array({ maxLength: 400 }).map((bytes) => hexOf(bytes))
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    anyHex,
    fc.string({ unit: 'binary' }),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.constantFrom(
      true,
      false,
      null,
      '\\"',
      '\\\\',
      '0x',
      `0x${'0'.repeat(301)}`,
      `0x${'zz'.repeat(200)}`,
    ),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
})).value

test('says what JSON.parse says, with bytes for long hexadecimal text', () => {
  fc.assert(
    fc.property(anyJson, fc.constantFrom(undefined, 1), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent)
      expect(asText(parse(text))).toEqual(JSON.parse(text))
    }),
  )
})

test('digits may be of either case, and short text stays text', () => {
  const digits = 'aBcDeF0123456789'.repeat(20)
  expect(parse(`["0x${digits}","0xab"]`)).toEqual([
    Uint8Array.from(Buffer.from(digits, 'hex')),
    '0xab',
  ])
})

test('an answer that was cut or altered is refused wherever JSON.parse refuses it', () => {
  const whole = JSON.stringify([{ id: 1, result: [`0x${'ab'.repeat(300)}`, '\\"'] }, 1.5, null])
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.constantFrom('', ',', '"', '{', ']', 'x', ' '),
      (at, put) => {
        for (const text of [
          whole.slice(0, at) + put,
          whole.slice(0, at) + put + whole.slice(at + 1),
        ]) {
          const whatIs = (read: (text: string) => unknown) => {
            try {
              return asText(read(text))
            } catch {
              return 'no JSON'
            }
          }
          expect(whatIs(parse)).toEqual(whatIs(JSON.parse))
        }
      },
    ),
    { numRuns: 1_000 },
  )
})

test('nesting without end is refused', () => {
  expect(() => parse('['.repeat(100_000))).toThrow(SyntaxError)
})
