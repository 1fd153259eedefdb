import { keccak256 } from '#keccak'
import { bytesOf, type Hex } from '../events/hex.ts'
import type { AccountStanding } from '../rules/audit/auditedBill.ts'
import { bytesToBigint } from './bytes.ts'
import { dayNumber, paise, wh } from '../rules/units.ts'

/** Slot of the contract's mapping of accounts. */
const ACCOUNTS = 1

/** Where the contract keeps the head of an account: first slot of its struct, keccak256(account ‖ 1). */
export const headSlot = (account: Hex): Uint8Array => {
  const key = new Uint8Array(64)
  key.set(bytesOf(account))
  key[63] = ACCOUNTS
  return keccak256(key)
}

/** Where it keeps what changes with every entry: the slot after the head's. */
export const standingSlot = (account: Hex): Uint8Array => {
  const slot = headSlot(account)
  for (let i = 31; i >= 0; i--) {
    slot[i] = ((slot[i] as number) + 1) & 0xff
    if (slot[i] !== 0) break
  }
  return slot
}

/** What the word in `standingSlot` says (contracts/README.md, "Storage"). */
export const standingIn = (word: Uint8Array): AccountStanding => {
  const packed = bytesToBigint(word)
  const bits = (from: bigint, count: bigint): bigint => (packed >> from) & ((1n << count) - 1n)
  return {
    seq: Number(bits(0n, 32n)),
    balance: paise(BigInt.asIntN(64, bits(32n, 64n))),
    register: wh(bits(96n, 64n)),
    realDay: dayNumber(Number(bits(160n, 32n))),
    bills: Number(bits(192n, 32n)),
    terms: Number(bits(224n, 16n)),
    estimates: Number(bits(240n, 2n)),
    isClosed: bits(242n, 1n) === 1n,
    isPending: bits(243n, 1n) === 1n,
  }
}
