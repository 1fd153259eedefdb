import { SigningKey } from 'ethers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recoverKey } from '#recoverKey'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import { recoverKey as noble } from '../../../contracts/proof/recoverKey.noble.ts'
import { recoverKey as wasm } from '../../../contracts/proof/recoverKey.wasm.ts'
import '../../seeds.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const word = (value: bigint) => value.toString(16).padStart(64, '0')

test('both give the key that ethers signed with', () => {
  const anyKey = bytes(31).map((tail) => new SigningKey(`0x01${hexOf(tail).slice(2)}`))
  fc.assert(
    fc.property(anyKey, bytes(32), (key, hash) => {
      const { r, s, yParity } = key.sign(hash)
      const signature = bytesOf(`${r}${s.slice(2)}`)
      const expected = `0x${key.publicKey.slice(4)}`
      expect(hexOf(wasm(hash, signature, yParity) ?? new Uint8Array(0))).toBe(expected)
      expect(hexOf(noble(hash, signature, yParity) ?? new Uint8Array(0))).toBe(expected)
    }),
    { numRuns: 50 },
  )
})

test('both agree on any bytes, and on numbers at the edges of the range, whether a key can have signed', () => {
  const anyWord = fc.oneof(
    bytes(32).map((any) => hexOf(any).slice(2)),
    fc
      .constantFrom(0n, 1n, order - 1n, order, order + 1n, 2n ** 256n - 1n)
      .map((edge) => word(edge)),
  )
  fc.assert(
    fc.property(bytes(32), anyWord, anyWord, fc.constantFrom(0, 1), (hash, r, s, parity) => {
      const signature = bytesOf(`0x${r}${s}`)
      const [a, b] = [wasm(hash, signature, parity), noble(hash, signature, parity)]
      expect(a === null ? a : hexOf(a)).toBe(b === null ? b : hexOf(b))
    }),
    { numRuns: 300 },
  )
})

test('a server recovers in WebAssembly', () => {
  expect(recoverKey).toBe(wasm)
})
