import '../../seeds.ts'
import { EventFragment, Interface } from 'ethers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { billingAbi } from '../../../contracts/artifacts/abi.ts'
import {
  decodeEvent,
  encodeEvent,
  encodeTopics,
  UndecodableLog,
  UnencodableField,
} from '../../../contracts/events/codec.ts'
import { bytesOf, type Hex, hexOf } from '../../../contracts/events/hex.ts'
import {
  type EventName,
  type Layout,
  layouts,
  type WordKind,
} from '../../../contracts/events/layouts.ts'
import { type FieldsOf, wordBounds } from '../../../contracts/events/readers.ts'
import { signatures, signaturesWithoutRow } from '../../../contracts/events/signatures.ts'
import { eventNames, isKnownWithoutRow, topicOf } from '../../../contracts/events/topics.ts'
import type { Bounds, WordValue } from '../../../contracts/events/word.ts'
import { anyBytes, anyFields } from './anyEvent.ts'

const abi = new Interface(billingAbi)
const account: Hex = `0x${'7a'.repeat(32)}`
const anySeq = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER))

/** The event's struct as ethers wants it: a rate's slabs nested. */
const structOf = (name: EventName, fields: object): unknown[] => {
  const values: unknown[] = (layouts[name] as Layout).map(([field]) => Reflect.get(fields, field))
  if (name !== 'RateSet') return values
  const slabs = Array.from({ length: 8 }, (_, i) => values.slice(12 + 4 * i, 16 + 4 * i))
  return [...values.slice(0, 12), slabs]
}

const byEthers = (name: EventName, account: Hex, seq: number, fields: object) =>
  abi.encodeEventLog(name, [account, seq, structOf(name, fields)])

const fieldsOfZero = (name: EventName): FieldsOf<EventName> =>
  decodeEvent({
    topics: encodeTopics(name, account, 1),
    data: new Uint8Array(32 * layouts[name].length),
  }).fields

const dataWith = (name: EventName, place: number, word: bigint): Uint8Array => {
  const data = new Uint8Array(32 * layouts[name].length)
  data.set(bytesOf(`0x${BigInt.asUintN(256, word).toString(16).padStart(64, '0')}`), 32 * place)
  return data
}

const wordsOf = (name: EventName) => {
  const bounds = wordBounds(name)
  return (layouts[name] as Layout).map(([field, kind], place) => {
    const { min, max } = bounds[place] as Bounds
    return { field, kind, place, min, max }
  })
}

const isText = (kind: WordKind): boolean => kind === 'address' || kind === 'bytes32'

/** The value read where all words are 0 but this one. */
const wordRead = (name: EventName, place: number, word: bigint): WordValue | undefined => {
  const topics = encodeTopics(name, account, 1)
  const { fields } = decodeEvent({ topics, data: dataWith(name, place, word) })
  return (fields as Readonly<Record<string, WordValue>>)[layouts[name][place]?.[0] ?? '']
}

/** Words above `max`: the next one, and each upper bit alone and with all lower bits that are allowed. */
const beyond = (max: bigint): bigint[] => {
  const words: bigint[] = []
  for (let bit = 255n; 1n << bit > max; bit--) words.push(1n << bit, (1n << bit) | max)
  return words.length === 0 ? [] : [max + 1n, ...words]
}

/** Who refused them and which field they named; 'taken' where a word was not refused. */
const refusals = (words: bigint[], read: (word: bigint) => unknown): Set<string> =>
  new Set(
    words.map((word) => {
      try {
        read(word)
        return 'taken'
      } catch (error) {
        return error instanceof UndecodableLog
          ? `${error.name} ${error.reason.slice(0, error.reason.indexOf(':'))}`
          : String(error)
      }
    }),
  )

test('topics and layouts are those of the ABI', () => {
  const declared = abi.fragments
    .filter((fragment) => fragment instanceof EventFragment)
    .filter((event) => !(signaturesWithoutRow as readonly string[]).includes(event.format()))
  expect(declared.map((event) => event.name).sort()).toEqual([...eventNames].sort())
  for (const event of declared) {
    expect(signatures[event.name as EventName]).toBe(event.format())
    expect(topicOf(event.name as EventName)).toBe(event.topicHash)
  }
  for (const name of eventNames) {
    const { components } = abi.getEvent(name)?.inputs[2] ?? {}
    const names = (components ?? []).flatMap((each) =>
      each.name === 'slabs'
        ? Array.from({ length: 8 }, (_, i) =>
            (each.arrayChildren?.components ?? []).map(
              (slab) => `slab${i + 1}${slab.name.slice(0, 1).toUpperCase()}${slab.name.slice(1)}`,
            ),
          ).flat()
        : [each.name],
    )
    expect((layouts[name] as Layout).map(([field]) => field)).toEqual(names)
  }
})

test('OpenZeppelin’s events on roles are known and make no row', () => {
  for (const name of ['RoleGranted', 'RoleRevoked', 'RoleAdminChanged']) {
    const topic = abi.getEvent(name)?.topicHash ?? ''
    expect(isKnownWithoutRow(topic)).toBe(true)
    expect(isKnownWithoutRow(bytesOf(topic))).toBe(true)
  }
  for (const name of eventNames) expect(isKnownWithoutRow(topicOf(name))).toBe(false)
})

describe.each(eventNames)('%s', (name) => {
  test('is encoded as ethers encodes it, and read back as it was', () => {
    fc.assert(
      fc.property(anyBytes(32), anySeq, anyFields(name), (account, seq, fields) => {
        const data = encodeEvent(name, fields)
        const topics = encodeTopics(name, account, seq)
        const oracle = byEthers(name, account, seq, fields)
        expect(hexOf(data)).toBe(oracle.data)
        expect(topics.map((topic) => hexOf(topic))).toEqual(oracle.topics)
        const event = { name, account, seq, fields }
        expect(decodeEvent({ topics, data })).toStrictEqual(event)
        expect(decodeEvent({ topics: oracle.topics, data })).toStrictEqual(event)
      }),
    )
  })

  test('is read from the middle of a larger stretch of bytes', () => {
    fc.assert(
      fc.property(anyFields(name), fc.nat(40), (fields, before) => {
        const data = encodeEvent(name, fields)
        const stretch = new Uint8Array(before + data.length + 5).fill(0xee)
        stretch.set(data, before)
        const slice = stretch.subarray(before, before + data.length)
        expect(
          decodeEvent({ topics: encodeTopics(name, account, 1), data: slice }).fields,
        ).toStrictEqual(fields)
      }),
      { numRuns: 10 },
    )
  })

  test.each(wordsOf(name).filter(({ kind }) => !isText(kind)))(
    '$field is read at both ends of its bounds and refused beyond them',
    ({ field, place, min, max }) => {
      for (const value of [min, min + 1n, max - 1n, max]) {
        const read = wordRead(name, place, value)
        expect(Number(read)).toBe(Number(value))
        expect(encodeEvent(name, { ...fieldsOfZero(name), [field]: read })).toEqual(
          dataWith(name, place, value),
        )
      }
      const refused = refusals([min - 1n, ...beyond(max)], (word) => wordRead(name, place, word))
      expect(refused).toEqual(new Set([`UndecodableLog ${name}.${field}`]))
      for (const value of [min - 1n, max + 1n]) {
        const fields = { ...fieldsOfZero(name), [field]: value }
        expect(() => encodeEvent(name, fields)).toThrow(UnencodableField)
      }
    },
  )

  test.each(wordsOf(name).filter(({ kind }) => isText(kind)))(
    '$field is read as text of the right length',
    ({ field, kind, place, max }) => {
      const digits = kind === 'address' ? 40 : 64
      expect(wordRead(name, place, max)).toBe(`0x${'f'.repeat(digits)}`)
      expect(wordRead(name, place, 1n)).toBe(`0x${'1'.padStart(digits, '0')}`)
      const refused = refusals(beyond(max), (word) => wordRead(name, place, word))
      expect(refused).toEqual(
        new Set(kind === 'address' ? [`UndecodableLog ${name}.${field}`] : []),
      )
    },
  )

  test('is refused with too few or too many bytes or topics, naming its topic', () => {
    const topics = encodeTopics(name, account, 1)
    const right = 32 * layouts[name].length
    for (const length of [0, 31, right - 32, right - 1, right + 1, right + 32]) {
      expect(() => decodeEvent({ topics, data: new Uint8Array(length) })).toThrow(
        `topic ${topicOf(name)} can't be decoded: ${name} has ${right} bytes of data, this log has ${length}`,
      )
    }
    const data = new Uint8Array(right)
    for (const wrong of [
      topics.slice(0, 1),
      topics.slice(0, 2),
      [...topics, topics[1] as Uint8Array],
    ]) {
      expect(() => decodeEvent({ topics: wrong, data })).toThrow('has 3 topics')
    }
    const [topic0, topic1, topic2] = topics as [Uint8Array, Uint8Array, Uint8Array]
    const short = new Uint8Array(31)
    for (const wrong of [
      [topic0, short, topic2],
      [topic0, topic1, short],
      [topic0, '0x12', topic2],
      [topic0, `0x${'zz'.repeat(32)}`, topic2],
    ]) {
      expect(() => decodeEvent({ topics: wrong, data })).toThrow('a topic is not 32 bytes')
    }
    const tooLarge = bytesOf(`0x${(2n ** 53n).toString(16).padStart(64, '0')}`)
    expect(() => decodeEvent({ topics: [topic0, topic1, tooLarge], data })).toThrow('is too large')
  })

  test('is refused with another topic that starts alike', () => {
    const topics = encodeTopics(name, account, 1)
    const data = new Uint8Array(32 * layouts[name].length)
    for (let i = 0; i < 32; i++) {
      const topic = Uint8Array.from(topics[0] as Uint8Array)
      topic[i] = (topic[i] as number) ^ 1
      const log = { topics: [topic, ...topics.slice(1)], data }
      expect(() => decodeEvent(log)).toThrow(`${hexOf(topic)} can't be decoded: no event`)
      expect(() => decodeEvent({ ...log, topics: log.topics.map((each) => hexOf(each)) })).toThrow(
        'no event',
      )
    }
  })
})

test('a log without topics is refused', () => {
  expect(() => decodeEvent({ topics: [], data: new Uint8Array() })).toThrow('has no topics')
})

test('a field of the wrong type or length is not encoded', () => {
  const fields = fieldsOfZero('TreasurySwept')
  for (const wrong of [
    { amount: 1.5 },
    { amount: undefined },
    { amount: '0x12' },
    { treasury: 12n },
    { treasury: '0x12' },
    { treasury: 'board' },
  ]) {
    expect(() => encodeEvent('TreasurySwept', { ...fields, ...wrong } as never)).toThrow(
      UnencodableField,
    )
  }
})
