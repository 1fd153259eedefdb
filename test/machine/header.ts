import { SigningKey } from 'ethers'
import fc from 'fast-check'
import { bytesOf, hexOf } from '../../contracts/events/hex.ts'
import { sealHash } from '../../contracts/proof/cliqueSeal.ts'
import type { Header } from '../../contracts/proof/header.ts'
import { emptyRoot } from '../../contracts/proof/merkleRoot.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

export const anyHeader: fc.Arbitrary<Header> = fc.record({
  parentHash: bytes(32),
  unclesHash: bytes(32),
  coinbase: bytes(20),
  stateRoot: bytes(32),
  transactionsRoot: bytes(32),
  receiptsRoot: bytes(32),
  logsBloom: bytes(256),
  difficulty: fc.oneof(fc.constantFrom(0n, 1n, 2n), fc.bigInt({ min: 0n, max: 2n ** 64n })),
  number: fc.maxSafeNat(),
  gasLimit: fc.nat(),
  gasUsed: fc.nat(),
  timestamp: fc.nat(),
  extraData: fc.uint8Array({ maxLength: 300 }),
  mixHash: bytes(32),
  nonce: bytes(8),
})

/** The header of an empty block, zero in all else that is not given. */
export const aHeader = (fields: Partial<Header>): Header => ({
  parentHash: new Uint8Array(32),
  unclesHash: bytesOf('0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347'),
  coinbase: new Uint8Array(20),
  stateRoot: new Uint8Array(32),
  transactionsRoot: emptyRoot,
  receiptsRoot: emptyRoot,
  logsBloom: new Uint8Array(256),
  difficulty: 2n,
  number: 1,
  gasLimit: 60_000_000,
  gasUsed: 0,
  timestamp: 1_700_000_000,
  extraData: new Uint8Array(97),
  mixHash: new Uint8Array(32),
  nonce: new Uint8Array(8),
  ...fields,
})

/** The header with extraData that ends in the seal of the key: signers listed there, between 32 and 65 bytes, stay. */
export const sealed = (header: Header, key: string): Header => {
  const listed = header.extraData.length > 97 ? header.extraData.slice(32, -65) : new Uint8Array(0)
  const extraData = new Uint8Array(97 + listed.length)
  extraData.set(listed, 32)
  const hash = sealHash({ ...header, extraData })
  const { r, s, yParity } = new SigningKey(key).sign(hexOf(hash))
  extraData.set(bytesOf(r), extraData.length - 65)
  extraData.set(bytesOf(s), extraData.length - 33)
  extraData[extraData.length - 1] = yParity
  return { ...header, extraData }
}
