import { Signature } from 'ethers'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { readingDigest } from '../../../contracts/rules/readingSignature.ts'
import { WEI_PER_PAISA } from '../../../contracts/rules/units.ts'
import { billing } from '../contract.ts'
import { channels, receiptReference } from '../receiptReference.ts'
import type { Deed, Receipt } from './act.ts'
import type { TownKeys } from './keys.ts'

/** What makes calls of deeds. */
export interface Encoding {
  readonly manifest: Manifest
  readonly keys: TownKeys
  /** The board's secret for receipt references. */
  readonly secret: string
}

/** What a transaction carries: whom it calls, with how many wei, and what. */
export interface CallData {
  readonly to: string
  readonly value: bigint
  readonly data: string
}

/** The transaction that does a deed. */
export const encodeDeed = (deed: Deed, encoding: Encoding): CallData => {
  const { manifest, keys } = encoding
  if (deed.kind === 'fund') {
    return { to: deed.to, value: deed.amount * WEI_PER_PAISA, data: '0x' }
  }
  const to = manifest.contract
  if (deed.kind === 'pay') {
    return { to, value: deed.amount * WEI_PER_PAISA, data: encoded('pay', [deed.account]) }
  }
  if (deed.kind === 'reading') return { to, value: 0n, data: submission(deed, manifest, keys) }
  if (deed.kind === 'receipt') {
    return { to, value: 0n, data: encoded('postReceipt', receiptWords(deed, encoding)) }
  }
  if (deed.kind === 'reversal') {
    const words = [...receiptWords(deed, encoding), deed.reason]
    return { to, value: 0n, data: encoded('reverseReceipt', words) }
  }
  return { to, value: 0n, data: encoded(deed.name, deed.args) }
}

const encoded = (name: string, args: readonly unknown[]): string =>
  billing.encodeFunctionData(name, args)

type ReadingDeed = Extract<Deed, { kind: 'reading' }>

const submission = (deed: ReadingDeed, manifest: Manifest, keys: TownKeys): string => {
  const { account, register, day, rollover, meter } = deed
  const signed = keys.signing(meter).sign(readingDigest({ account, register, day }, manifest))
  const { r, yParityAndS } = Signature.from(signed)
  return encoded('submitReading', [account, register, day, rollover, r, yParityAndS])
}

const receiptWords = (receipt: Receipt, { secret }: Encoding): readonly unknown[] => {
  const { account, channel, amount, bankReference } = receipt
  const reference = receiptReference(secret, channel, bankReference, 1)
  return [account, channels[channel], amount, reference]
}

/** Several calls of the contract as one. */
export const inOneCall = (calls: readonly [CallData, ...CallData[]]): CallData => {
  const [first] = calls
  if (calls.length === 1) return first
  const data = billing.encodeFunctionData('batch', [calls.map((call) => call.data)])
  return { to: first.to, value: 0n, data }
}
