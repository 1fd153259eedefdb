import { Wallet } from 'ethers'
import { expect, test } from 'vitest'
import { bytesOf, type Hex, hexOf } from '../../../../contracts/events/hex.ts'
import { readSealedBlock } from '../../../../contracts/proof/evidence/seals.ts'
import { EvidenceRefused } from '../../../../contracts/proof/evidence/refusal.ts'
import type { Signers } from '../../../../contracts/proof/evidence/shape.ts'
import { turnOf } from '../../../../contracts/proof/cliqueSeal.ts'
import { encodeHeader, type Header, headerHash } from '../../../../contracts/proof/header.ts'
import { aHeader, sealed } from '../../../machine/header.ts'

const keys = ['0x11', '0x22', '0x33'].map((byte) => `0x${byte.slice(2).repeat(32)}`)
const signers: Signers = keys
  .map((key, i) => ({
    party: (['board', 'consumer', 'regulator'] as const)[i] as Signers[number]['party'],
    address: new Wallet(key).address.toLowerCase() as Hex,
  }))
  .sort((a, b) => (a.address < b.address ? -1 : 1))
const keyOf = (address: Hex): string =>
  keys.find((key) => new Wallet(key).address.toLowerCase() === address) ?? ''
const addresses = signers.map(({ address }) => address)

/** Blocks from 100 on, sealed in turn unless `sealers` says by whom (places in order of address). */
const chain = (
  sealers: readonly number[],
  change: (header: Header, i: number) => Header = (h) => h,
) => {
  const raws: Hex[] = []
  let parentHash = new Uint8Array(32)
  for (const [i, sealer] of sealers.entries()) {
    const number = 100 + i
    const address = addresses[sealer] as Hex
    const difficulty = turnOf(number, addresses) === address ? 2n : 1n
    const header = change(aHeader({ number, parentHash, difficulty }), i)
    const raw = encodeHeader(sealed(header, keyOf(address)))
    parentHash = new Uint8Array(headerHash(raw))
    raws.push(hexOf(raw))
  }
  return raws
}

const refusalOf = (raws: readonly Hex[], by: Signers = signers): string => {
  try {
    readSealedBlock(raws, by)
    return 'none'
  } catch (error) {
    if (error instanceof EvidenceRefused) return error.code
    throw error
  }
}

test('a block is vouched for by the different parties that sealed it and those after it', () => {
  expect(readSealedBlock(chain([1, 2]), signers)).toMatchObject({
    of: 3,
    parties: [signers[1]?.party, signers[2]?.party],
    header: { number: 100 },
  })
  expect(readSealedBlock(chain([0, 1, 0, 2]), signers).parties).toHaveLength(3)
})

test('one party alone is not enough, however many blocks it seals', () => {
  expect(refusalOf(chain([1]))).toBe('too-few-parties')
  expect(refusalOf(chain([1, 1]))).toBe('header-out-of-turn')
})

test('a stranger’s seal, a rewritten one and none at all are refused', () => {
  const known = signers.slice(0, 2)
  expect(refusalOf(chain([2, 0]), known)).toBe('header-unsealed')
  expect(refusalOf([hexOf(encodeHeader(aHeader({ number: 100 })))])).toBe('header-unsealed')
  const short = aHeader({ number: 100, extraData: new Uint8Array(40) })
  expect(refusalOf([hexOf(encodeHeader(short))])).toBe('header-unsealed')
  expect(refusalOf([rewritten(chain([1])[0] as Hex)])).toBe('header-unsealed')
})

test('a block that names another one before it, or skips one, is refused', () => {
  const [first, , third] = chain([1, 2, 0])
  expect(refusalOf([first as Hex, third as Hex])).toBe('header-unlinked')
  expect(refusalOf([first as Hex, chain([2, 1])[1] as Hex])).toBe('header-unlinked')
  expect(refusalOf([third as Hex, first as Hex])).toBe('header-unlinked')
})

test('a difficulty that lies about the turn is refused', () => {
  const lied = chain([1, 2], (header) => ({ ...header, difficulty: 3n - header.difficulty }))
  expect(refusalOf(lied)).toBe('header-out-of-turn')
})

test('a vote on the signers is refused, and so is a list of others', () => {
  const voting = chain([1, 2], (header, i) =>
    i === 1 ? { ...header, coinbase: bytesOf(`0x${'44'.repeat(20)}`) } : header,
  )
  expect(refusalOf(voting)).toBe('header-votes')
  const listing = chain([1, 2], (header, i) =>
    i === 1 ? { ...header, extraData: new Uint8Array(97 + 60) } : header,
  )
  expect(refusalOf(listing)).toBe('other-signers')
})

test('bytes that are no header are refused', () => {
  for (const raw of ['0x', '0xc0', '0x0', '0xf90200', `0x${'c1'.repeat(5_000)}`] as const) {
    expect(refusalOf([raw])).toBe('header-unreadable')
  }
})

/** The other form that its seal can be given: s from the upper half, and the other parity. */
const rewritten = (raw: Hex): Hex => {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
  const bytes = bytesOf(raw)
  // extraData ends before mixHash and nonce: 33 and 9 bytes with their prefixes.
  const end = bytes.length - 42
  const s = BigInt(hexOf(bytes, end - 33, 32))
  bytes.set(bytesOf(`0x${(order - s).toString(16).padStart(64, '0')}`), end - 33)
  bytes[end - 1] = 1 - (bytes[end - 1] as number)
  return hexOf(bytes)
}
