import { Signature, Transaction, Wallet } from 'ethers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import { decodeRlp, encodeRlp, MalformedRlp, type Rlp } from '../../../contracts/proof/rlp.ts'
import { Unrecoverable } from '../../../contracts/proof/recoverAddress.ts'
import {
  decodeTransaction,
  senderOf,
  transactionFromJson,
} from '../../../contracts/proof/transaction.ts'
import '../../seeds.ts'

const anyWord = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => hexOf(bytes))
const anyAddress = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => hexOf(bytes))
const anyKey = fc
  .bigInt({ min: 1n, max: 2n ** 255n })
  .map((key) => new Wallet(`0x${key.toString(16).padStart(64, '0')}`))

const anyUnsigned = fc.record({
  type: fc.constantFrom(0, 1, 2),
  chainId: fc.constantFrom(1, 20_482, 2 ** 31),
  nonce: fc.nat(),
  to: fc.option(anyAddress),
  value: fc.bigInt({ min: 0n, max: 2n ** 128n }),
  data: fc.uint8Array({ maxLength: 300 }).map((bytes) => hexOf(bytes)),
  gasLimit: fc.nat(),
  price: fc.nat(),
  accessList: fc.array(
    fc.record({ address: anyAddress, storageKeys: fc.array(anyWord, { maxLength: 3 }) }),
    { maxLength: 2 },
  ),
})

const transactionOf = (unsigned: typeof anyUnsigned extends fc.Arbitrary<infer T> ? T : never) => {
  const { price, accessList, type, ...rest } = unsigned
  const prices =
    type === 2 ? { maxFeePerGas: price, maxPriorityFeePerGas: price } : { gasPrice: price }
  const list = type === 0 ? {} : { accessList }
  return Transaction.from({ ...rest, ...prices, ...list, type })
}

test('hash, sender and content of every kind of transaction are as ethers reads them', async () => {
  await fc.assert(
    fc.asyncProperty(anyUnsigned, anyKey, async (unsigned, key) => {
      const raw = await key.signTransaction(transactionOf(unsigned))
      const expected = Transaction.from(raw)
      const read = decodeTransaction(bytesOf(raw))
      expect(hexOf(read.hash)).toBe(expected.hash)
      expect(hexOf(senderOf(read))).toBe(key.address.toLowerCase())
      expect(read.type).toBe(unsigned.type)
      expect(read.chainId).toBe(unsigned.chainId)
      expect(read.nonce).toBe(unsigned.nonce)
      expect(read.to === null ? null : hexOf(read.to)).toBe(unsigned.to)
      expect(read.value).toBe(unsigned.value)
      expect(hexOf(read.input)).toBe(unsigned.data)
    }),
    { numRuns: 60 },
  )
})

test('a transaction in a JSON answer gives the raw one that was sent', async () => {
  await fc.assert(
    fc.asyncProperty(anyUnsigned, anyKey, async (unsigned, key) => {
      const raw = await key.signTransaction(transactionOf(unsigned))
      expect(hexOf(transactionFromJson(asJson(Transaction.from(raw))))).toBe(raw)
    }),
    { numRuns: 60 },
  )
})

test('a legacy transaction that names no chain has its sender too', () => {
  const key = new Wallet(`0x${'11'.repeat(32)}`)
  const unsigned = Transaction.from({ type: 0, chainId: 0, gasLimit: 21_000, to: key.address })
  unsigned.signature = key.signingKey.sign(unsigned.unsignedHash)
  const read = decodeTransaction(bytesOf(unsigned.serialized))
  expect(read.chainId).toBe(null)
  expect(hexOf(senderOf(read))).toBe(key.address.toLowerCase())
})

const signed = () => {
  const key = new Wallet(`0x${'22'.repeat(32)}`)
  const unsigned = Transaction.from({ type: 0, chainId: 20_482, gasLimit: 21_000, to: key.address })
  unsigned.signature = key.signingKey.sign(unsigned.unsignedHash)
  return { key, raw: bytesOf(unsigned.serialized) }
}
const withField = (raw: Uint8Array, place: number, value: Rlp) =>
  encodeRlp((decodeRlp(raw) as Rlp[]).with(place, value))

test('altered content has another hash and another sender', () => {
  const { key, raw } = signed()
  const altered = decodeTransaction(withField(raw, 4, new Uint8Array([5])))
  expect(hexOf(altered.hash)).not.toBe(hexOf(decodeTransaction(raw).hash))
  expect(hexOf(senderOf(altered))).not.toBe(key.address.toLowerCase())
})

test('the twin of a signature, s in the upper half, is refused (EIP-2)', () => {
  const { raw } = signed()
  const { s } = Signature.from(Transaction.from(hexOf(raw)).signature ?? undefined)
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
  const twin = bytesOf(`0x${(order - BigInt(s)).toString(16).padStart(64, '0')}`)
  expect(() => senderOf(decodeTransaction(withField(raw, 8, twin)))).toThrow(Unrecoverable)
})

test.each([
  ['a v that names neither a chain nor a parity', 6, [1]],
  ['a recipient of 19 bytes', 3, Array.from({ length: 19 }, () => 1)],
  ['an r longer than a word', 7, Array.from({ length: 33 }, () => 1)],
  ['an s with a leading zero', 8, [0, 1]],
])('refuses %s', (_, place, bytes) => {
  const altered = withField(signed().raw, place, new Uint8Array(bytes))
  expect(() => decodeTransaction(altered)).toThrow(MalformedRlp)
})

test('a signature of zeros was made by no key', () => {
  const altered = withField(signed().raw, 7, new Uint8Array(0))
  expect(() => senderOf(decodeTransaction(altered))).toThrow(Unrecoverable)
})

/** As eth_getBlockByNumber(…, true) gives it. */
const asJson = (transaction: Transaction) => {
  const quantity = (value: bigint | number | null | undefined) =>
    `0x${BigInt(value ?? 0).toString(16)}`
  const signature = Signature.from(transaction.signature ?? undefined)
  return {
    type: quantity(transaction.type),
    chainId: quantity(transaction.chainId),
    nonce: quantity(transaction.nonce),
    gasPrice: quantity(transaction.gasPrice),
    maxFeePerGas: quantity(transaction.maxFeePerGas),
    maxPriorityFeePerGas: quantity(transaction.maxPriorityFeePerGas),
    gas: quantity(transaction.gasLimit),
    to: transaction.to,
    value: quantity(transaction.value),
    input: transaction.data,
    accessList: transaction.accessList ?? [],
    v: quantity(transaction.type === 0 ? signature.networkV : signature.yParity),
    r: quantity(BigInt(signature.r)),
    s: quantity(BigInt(signature.s)),
  }
}
