import fc from 'fast-check'
import { type Hex, hexOf } from '../../../contracts/events/hex.ts'
import {
  type EventName,
  type Layout,
  layouts,
  type WordKind,
} from '../../../contracts/events/layouts.ts'
import { type FieldsOf, wordBounds } from '../../../contracts/events/readers.ts'
import type { Bounds, WordValue } from '../../../contracts/events/word.ts'

/** Any word of this kind: every size of number, and both ends of its bounds often. */
export const anyWord = (kind: WordKind, { min, max }: Bounds): fc.Arbitrary<WordValue> => {
  if (kind === 'bool') return fc.boolean()
  if (kind === 'address') return anyBytes(20)
  if (kind === 'bytes32') return anyBytes(32)
  const number = fc.oneof(fc.constantFrom(min, max, 0n), fc.bigInt({ min, max })) as fc.Arbitrary<
    bigint & WordValue
  >
  return kind === 'uint' || kind === 'day' ? number.map(Number) : number
}

export const anyBytes = (length: number): fc.Arbitrary<Hex> =>
  fc.oneof(
    fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => hexOf(bytes)),
    fc.constant<Hex>(`0x${'00'.repeat(length)}`),
    fc.constant<Hex>(`0x${'ff'.repeat(length)}`),
  )

/** Any fields that an event of this name can carry. */
export const anyFields = <Name extends EventName>(name: Name): fc.Arbitrary<FieldsOf<Name>> => {
  const bounds = wordBounds(name)
  const members = (layouts[name] as Layout).map(
    ([field, kind], i) => [field, anyWord(kind, bounds[i] as Bounds)] as const,
  )
  return fc.record(Object.fromEntries(members), {
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<FieldsOf<Name>>
}
