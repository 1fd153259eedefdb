import { keccak256 as etherKeccak } from 'ethers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keccak256 } from '#keccak'
import { hexOf } from '../../../contracts/events/hex.ts'
import { concat } from '../../../contracts/proof/bytes.ts'
import { keccak256 as noble } from '../../../contracts/proof/keccak.noble.ts'
import { keccak256 as wasm } from '../../../contracts/proof/keccak.wasm.ts'
import '../../seeds.ts'

test('both keccaks give what ethers gives, at every block boundary of the sponge', () => {
  const anyLength = fc.oneof(fc.constantFrom(0, 1, 135, 136, 137, 271, 272, 273), fc.nat(70_000))
  fc.assert(
    fc.property(anyLength, fc.nat(255), (length, byte) => {
      const bytes = new Uint8Array(length).map((_, i) => (i * 31 + byte) & 255)
      expect(hexOf(wasm(bytes))).toBe(etherKeccak(bytes))
      expect(hexOf(noble(bytes))).toBe(etherKeccak(bytes))
    }),
  )
})

test('pieces hash as one behind the other, however they are cut', () => {
  const anyPieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 })
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      const whole = etherKeccak(concat(...pieces))
      expect(hexOf(wasm(...pieces))).toBe(whole)
      expect(hexOf(noble(...pieces))).toBe(whole)
    }),
  )
})

test('a server hashes in WebAssembly, and a later hash leaves an earlier one as it is', () => {
  expect(keccak256).toBe(wasm)
  const first = keccak256(new Uint8Array([1]))
  const before = hexOf(first)
  keccak256(new Uint8Array([2]))
  expect(hexOf(first)).toBe(before)
})
