import { encodeRlp as etherRlp, keccak256 as etherKeccak, Wallet } from 'ethers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import {
  sealerOf,
  sealHash,
  signersIn,
  turnOf,
  voteIn,
} from '../../../contracts/proof/cliqueSeal.ts'
import {
  decodeHeader,
  encodeHeader,
  headerFromJson,
  headerHash,
} from '../../../contracts/proof/header.ts'
import { MalformedAnswer } from '../../../contracts/proof/json.ts'
import { Unrecoverable } from '../../../contracts/proof/recoverAddress.ts'
import { MalformedRlp } from '../../../contracts/proof/rlp.ts'
import { anyHeader, aHeader, sealed } from '../../machine/header.ts'
import '../../seeds.ts'

const quantity = (value: bigint | number) => (BigInt(value) === 0n ? '0x' : evenHex(BigInt(value)))
const evenHex = (value: bigint) => {
  const digits = value.toString(16)
  return `0x${digits.length % 2 === 0 ? digits : `0${digits}`}`
}

test('a header is encoded and hashed as ethers would, and read back', () => {
  fc.assert(
    fc.property(anyHeader, (header) => {
      const raw = encodeHeader(header)
      const fields = [
        hexOf(header.parentHash),
        hexOf(header.unclesHash),
        hexOf(header.coinbase),
        hexOf(header.stateRoot),
        hexOf(header.transactionsRoot),
        hexOf(header.receiptsRoot),
        hexOf(header.logsBloom),
        quantity(header.difficulty),
        quantity(header.number),
        quantity(header.gasLimit),
        quantity(header.gasUsed),
        quantity(header.timestamp),
        hexOf(header.extraData),
        hexOf(header.mixHash),
        hexOf(header.nonce),
      ]
      expect(hexOf(raw)).toBe(etherRlp(fields))
      expect(hexOf(headerHash(raw))).toBe(etherKeccak(etherRlp(fields)))
      expect(decodeHeader(raw)).toEqual(header)
    }),
  )
})

test('a header with a field more, as from London on, or less is refused', () => {
  const raw = encodeHeader(aHeader({}))
  const fields = (n: number) => bytesOf(etherRlp(Array.from({ length: n }, () => '0x')))
  expect(() => decodeHeader(fields(15))).toThrow(MalformedRlp)
  expect(() => decodeHeader(raw.subarray(0, -1))).toThrow(MalformedRlp)
  expect(() => headerFromJson({ number: '0x1' })).toThrow(MalformedAnswer)
  expect(() => headerFromJson(null)).toThrow('has null for "block"')
})

test('the sealer is who signed the header without its seal', () => {
  const anyKey = fc
    .uint8Array({ minLength: 31, maxLength: 31 })
    .map((bytes) => `0x01${hexOf(bytes).slice(2)}`)
  fc.assert(
    fc.property(anyHeader, anyKey, (header, key) => {
      const block = sealed(header, key)
      expect(hexOf(sealerOf(block))).toBe(new Wallet(key).address.toLowerCase())
      // Not a field of a sealed header can change without its sealer changing.
      const altered = { ...block, timestamp: block.timestamp + 1 }
      expect(hexOf(sealerOf(altered))).not.toBe(new Wallet(key).address.toLowerCase())
    }),
    { numRuns: 30 },
  )
})

test('a header without a seal, or with bytes that are none, has no sealer', () => {
  expect(() => sealHash(aHeader({ extraData: new Uint8Array(96) }))).toThrow('has no seal')
  expect(() => sealerOf(aHeader({ extraData: new Uint8Array(97) }))).toThrow(Unrecoverable)
  const block = sealed(aHeader({}), `0x${'11'.repeat(32)}`)
  const extraData = block.extraData.slice()
  extraData[96] = 7
  expect(() => sealerOf({ ...block, extraData })).toThrow(Unrecoverable)
})

test('votes and lists of signers are seen', () => {
  const zero = aHeader({})
  expect(voteIn(zero)).toBe(null)
  const on = new Uint8Array(20).fill(5)
  expect(voteIn({ ...zero, coinbase: on })).toEqual({ on, admit: false })
  expect(voteIn({ ...zero, coinbase: on, nonce: new Uint8Array(8).fill(0xff) })).toEqual({
    on,
    admit: true,
  })
  expect(signersIn(zero)).toBe(null)
  const listed = new Uint8Array(32 + 60 + 65)
  listed.set(on, 52)
  expect(signersIn({ ...zero, extraData: listed })?.map((signer) => signer[0])).toEqual([0, 5, 0])
})

test('signers take turns in the order of their addresses', () => {
  expect([3, 4, 5, 6].map((number) => turnOf(number, ['a', 'b', 'c']))).toEqual([
    'a',
    'b',
    'c',
    'a',
  ])
})
