import '../../seeds.ts'
import {
  AbiCoder,
  getBytes,
  hexlify,
  keccak256,
  Signature,
  TypedDataEncoder,
  verifyTypedData,
  Wallet,
} from 'ethers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeEvent } from '../../../contracts/events/codec.ts'
import { bytesOf, hexOf, type Hex } from '../../../contracts/events/hex.ts'
import { topicOf } from '../../../contracts/events/topics.ts'
import { accountHead, emptyHead } from '../../../contracts/rules/accountHead.ts'
import {
  compactSignature,
  readingDigest,
  readingTypedData,
} from '../../../contracts/rules/readingSignature.ts'
import { termsHash, termsOfAgreement } from '../../../contracts/rules/terms.ts'
import { dayNumber, wh } from '../../../contracts/rules/units.ts'
import { anyBytes, anyFields } from '../events/anyEvent.ts'

const abi = AbiCoder.defaultAbiCoder()

describe('an account’s head', () => {
  test('is the hash of the head before, topic, seq and the hash of the data', () => {
    const anySeq = fc.oneof(fc.nat(), fc.constantFrom(1, Number.MAX_SAFE_INTEGER))
    fc.assert(
      fc.property(anyBytes(32), anySeq, anyFields('PaymentMade'), (before, seq, fields) => {
        const topic = topicOf('PaymentMade')
        const data = encodeEvent('PaymentMade', fields)
        const oracle = keccak256(
          abi.encode(
            ['bytes32', 'bytes32', 'uint256', 'bytes32'],
            [before, topic, seq, keccak256(data)],
          ),
        )
        expect(hexOf(accountHead(bytesOf(before), bytesOf(topic), seq, data))).toBe(oracle)
      }),
    )
  })

  test('begins at zero', () => {
    expect(hexOf(emptyHead())).toBe(`0x${'00'.repeat(32)}`)
  })
})

test('terms are named by the hash of their seven words', () => {
  const type = 'tuple(uint256,uint256,uint256,uint256,uint256,uint256,address)'
  fc.assert(
    fc.property(anyFields('AgreementAccepted'), (fields) => {
      const terms = termsOfAgreement(fields)
      const { category, load, cycle, instalments, daysToPay, firstDay, consumerKey } = terms
      const words = [category, load, cycle, instalments, daysToPay, firstDay, consumerKey]
      expect(termsHash(terms)).toBe(keccak256(abi.encode([type], [words])))
    }),
  )
})

describe('a meter’s signature', () => {
  const anyReading = fc.record({
    account: anyBytes(32),
    register: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(wh),
    day: fc.nat({ max: 2 ** 32 - 1 }).map(dayNumber),
  })
  const anyDeployment = fc.record({
    chainId: fc.integer({ min: 1, max: 2 ** 48 }),
    contract: anyBytes(20),
  })

  test('is over the EIP-712 digest that ethers computes', () => {
    fc.assert(
      fc.property(anyReading, anyDeployment, (reading, deployment) => {
        const { domain, types, message } = readingTypedData(reading, deployment)
        const mutable = { Reading: [...types.Reading] }
        expect(hexOf(readingDigest(reading, deployment))).toBe(
          TypedDataEncoder.hash(domain, mutable, message),
        )
      }),
    )
  })

  test('is packed into two words as EIP-2098 says', () => {
    const wallet = new Wallet(`0x${'42'.repeat(32)}`)
    fc.assert(
      fc.property(anyReading, anyDeployment, (reading, deployment) => {
        const signature = wallet.signingKey.sign(readingDigest(reading, deployment))
        const { r, vs } = compactSignature(
          BigInt(signature.r),
          BigInt(signature.s),
          signature.yParity,
        )
        expect(r + vs.slice(2)).toBe(signature.compactSerialized)
        const { domain, types, message } = readingTypedData(reading, deployment)
        const compact = Signature.from(r + vs.slice(2))
        expect(verifyTypedData(domain, { Reading: [...types.Reading] }, message, compact)).toBe(
          wallet.address,
        )
      }),
      { numRuns: 20 },
    )
  })
})

test('bytes become text and bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(hexOf(bytes)).toBe(hexlify(bytes))
      expect(bytesOf(hexOf(bytes))).toEqual(getBytes(bytes))
      expect(bytesOf(hexOf(bytes).toUpperCase().replace('0X', '0x'))).toEqual(bytes)
    }),
  )
  for (const text of ['', '12', '0x1', '0xzz', '0X12']) {
    expect(() => bytesOf(text as Hex)).toThrow('is not bytes in hexadecimal')
  }
})
