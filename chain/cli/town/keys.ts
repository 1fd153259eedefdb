import { createHash } from 'node:crypto'
import { SigningKey, computeAddress } from 'ethers'
import { keccak256 } from '#keccak'
import { isPlain } from '../../../contracts/rules/accountCode.ts'
import { hexOf, type Hex } from '../../../contracts/events/hex.ts'

/** Keys of the home, by the names of their files. */
const homeKeys = ['board', 'operations', 'tariff', 'cashier', 'regulator', 'consumer'] as const

/** A key of the home, or one of the town's own: "consumer 12", "meter 12.1". */
export type KeyName = string

export const isHomeKey = (name: KeyName): name is (typeof homeKeys)[number] =>
  homeKeys.some((each) => each === name)

/** The town's own keys, made from its seed. */
export interface TownKeys {
  readonly signing: (name: KeyName) => SigningKey
  /** Lower case. */
  readonly address: (name: KeyName) => Hex
}

/**
 * Keys of a demo's consumers and meters: anyone who knows the seed has them, so they are kept in no file and are worth
 * nothing outside a demo. Real ones are drawn at random and encrypted (`wattledger keys new`). `consumer`: address of the
 * home's own, so that who looks at the demo can act for one account.
 */
export const townKeys = (seed: number, consumer?: Hex): TownKeys => {
  const made = new Map<KeyName, SigningKey>()
  const addresses = new Map<KeyName, Hex>(consumer === undefined ? [] : [['consumer', consumer]])
  const signing = (name: KeyName): SigningKey => {
    const key = made.get(name) ?? new SigningKey(secretOf(`${seed}: key of ${name}`))
    made.set(name, key)
    return key
  }
  const address = (name: KeyName): Hex => {
    const known = addresses.get(name)
    if (known !== undefined) return known
    const found = computeAddress(signing(name)).toLowerCase() as Hex
    addresses.set(name, found)
    return found
  }
  return { signing, address }
}

/** The id of the town's account with this number; real ones are drawn at random. */
export const accountIdOf = (seed: number, number: number, draw = 1): Hex => {
  const id = secretOf(`${seed}: account ${number}, ${draw}`)
  return isPlain(id) ? id : accountIdOf(seed, number, draw + 1)
}

/** The hash by which the ledger names a document, here one that is only a short text: SHA-256. */
export const hashOfText = (text: string): Hex =>
  `0x${createHash('sha256').update(text, 'utf8').digest('hex')}`

const secretOf = (text: string): Hex =>
  hexOf(keccak256(new TextEncoder().encode(`wattledger demo town ${text}`)))
