import { keccak256 } from '#keccak'
import { bytesOf, hexOf, type Hex } from '../events/hex.ts'
import type { DayNumber, Wh } from './units.ts'

/** What a meter signs: its register at the start of a day. The contract and chain are in the domain. */
export interface SignedReading {
  readonly account: Hex
  readonly register: Wh
  readonly day: DayNumber
}

/** EIP-712 domain of a deployment. */
export interface Deployment {
  readonly chainId: number
  readonly contract: Hex
}

/** The typed data of EIP-712, as signers of any library take them. */
export const readingTypedData = (reading: SignedReading, { chainId, contract }: Deployment) =>
  ({
    domain: { name: 'wattledger', version: '1', chainId, verifyingContract: contract },
    types: {
      Reading: [
        { name: 'account', type: 'bytes32' },
        { name: 'register', type: 'uint256' },
        { name: 'day', type: 'uint256' },
      ],
    },
    primaryType: 'Reading',
    message: reading,
  }) as const

/** The 32 bytes that the meter's key signs: keccak256(0x1901 ‖ domain separator ‖ hash of the struct), EIP-712. */
export const readingDigest = (reading: SignedReading, deployment: Deployment): Uint8Array =>
  keccak256(join(bytesOf('0x1901'), domainSeparator(deployment), structHash(reading)))

/** A signature in two words as EIP-2098 packs it: r, and s with the parity of y in its top bit. */
export interface CompactSignature {
  readonly r: Hex
  readonly vs: Hex
}

/** Packs a signature. `s` is in the lower half of the order (EIP-2), so its top bit is free. */
export const compactSignature = (r: bigint, s: bigint, yParity: 0 | 1): CompactSignature => ({
  r: hexOf(word(r)),
  vs: hexOf(word(s | (BigInt(yParity) << 255n))),
})

const DOMAIN_TYPE =
  'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'
const READING_TYPE = 'Reading(bytes32 account,uint256 register,uint256 day)'

const domainSeparator = ({ chainId, contract }: Deployment): Uint8Array =>
  keccak256(
    join(
      hashOfText(DOMAIN_TYPE),
      hashOfText('wattledger'),
      hashOfText('1'),
      word(BigInt(chainId)),
      word(BigInt(contract)),
    ),
  )

const structHash = ({ account, register, day }: SignedReading): Uint8Array =>
  keccak256(join(hashOfText(READING_TYPE), bytesOf(account), word(register), word(BigInt(day))))

const hashOfText = (text: string): Uint8Array => keccak256(new TextEncoder().encode(text))
const word = (value: bigint): Uint8Array => bytesOf(`0x${value.toString(16).padStart(64, '0')}`)

const join = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
