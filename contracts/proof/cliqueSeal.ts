import { keccak256 } from '#keccak'
import { encodeHeader, type Header } from './header.ts'
import { MalformedRlp } from './rlp.ts'
import { recoverAddress } from './recoverAddress.ts'

/** Every so many blocks a header lists all signers (EIP-225, as our genesis sets it). */
export const EPOCH = 30_000

const VANITY = 32
const SEAL = 65

/** What a sealer signs: the header's hash without the seal, the last 65 bytes of extraData (EIP-225). */
export const sealHash = (header: Header): Uint8Array => {
  const { extraData } = header
  if (extraData.length < VANITY + SEAL) {
    throw new MalformedRlp(
      0,
      `block ${header.number} has no seal: ${extraData.length} bytes of extraData`,
    )
  }
  return keccak256(encodeHeader({ ...header, extraData: extraData.subarray(0, -SEAL) }))
}

/**
 * Address (20 bytes) of the key that sealed this header. Throws `MalformedRlp` without a seal,
 * `Unrecoverable` for bytes that are none.
 */
export const sealerOf = (header: Header): Uint8Array => {
  const hash = sealHash(header)
  const seal = header.extraData.subarray(-SEAL)
  return recoverAddress(hash, seal.subarray(0, 64), seal[64] as number)
}

/** A sealer's vote to let another address (20 bytes) seal, or to let it no longer. */
export interface Vote {
  readonly on: Uint8Array
  readonly admit: boolean
}

/** The vote that a header casts, or null for none. Epoch blocks cast none (EIP-225). */
export const voteIn = ({ coinbase, nonce }: Header): Vote | null =>
  coinbase.some((byte) => byte !== 0) ? { on: coinbase, admit: nonce[0] === 0xff } : null

/** The signers that an epoch block lists, in order of address; null in every other block, which lists none. */
export const signersIn = ({ extraData }: Header): readonly Uint8Array[] | null => {
  const listed = extraData.subarray(VANITY, Math.max(VANITY, extraData.length - SEAL))
  if (listed.length === 0) return null
  const signers: Uint8Array[] = []
  for (let at = 0; at < listed.length; at += 20) signers.push(listed.subarray(at, at + 20))
  return signers
}

/** Whose turn block `number` is, of signers in order of address: that one seals it with difficulty 2, others with 1. */
export const turnOf = <Signer>(number: number, signers: readonly Signer[]): Signer =>
  signers[number % signers.length] as Signer
