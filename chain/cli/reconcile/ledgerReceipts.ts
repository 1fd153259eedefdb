import { type Channel, channels, receiptReferences } from '../receiptReference.ts'
import type { BankLine } from './bankLine.ts'
import type { Payment } from './payment.ts'

/** What the ledger has under one bank reference: its parts by number, from 1. */
export type Receipt = {
  /** Tells receipts apart: channel and bank reference. */
  readonly key: string
  readonly channel: Channel
  readonly bankReference: string
  readonly parts: readonly { readonly part: number; readonly payment: Payment }[]
}

const others = Object.keys(channels) as Channel[]

/**
 * Finds receipts by the keyed hash of channel, bank reference and part, of which only who has the secret can make one. A
 * part that is missing ends the search, but for the first: somebody may have begun at 2.
 */
export function receiptsOf(secret: string, payments: readonly Payment[]) {
  const hashOf = receiptReferences(secret)
  const byHash = new Map<string, Payment>()
  for (const payment of payments) {
    if (payment.reference !== undefined) byHash.set(payment.reference, payment)
  }
  const seen = new Map<string, Receipt>()
  const receiptOf = (channel: Channel, bankReference: string): Receipt => {
    const key = receiptKey(channel, bankReference)
    const known = seen.get(key)
    if (known !== undefined) return known
    const parts: Receipt['parts'][number][] = []
    for (let part = 1; ; part++) {
      const payment = byHash.get(hashOf(channel, bankReference, part))
      if (payment !== undefined) parts.push({ part, payment })
      else if (part > 1) break
    }
    const receipt = { key, channel, bankReference, parts }
    seen.set(key, receipt)
    return receipt
  }
  /**
   * The receipt of a bank's line. One recorded by another channel counts only with the same amount: cash slip 1234 and
   * cheque 1234 are two receipts. Where the ledger has none, the line's likeliest reference, without parts; undefined
   * where it names no reference.
   */
  return ({ references, channel, amount }: BankLine): Receipt | undefined => {
    for (const reference of references) {
      const receipt = receiptOf(channel, reference)
      if (receipt.parts.length > 0) return receipt
    }
    for (const reference of references) {
      for (const other of others) {
        if (other === channel) continue
        const receipt = receiptOf(other, reference)
        if (agrees(receipt, amount)) return receipt
      }
    }
    const [likeliest] = references
    return likeliest === undefined ? undefined : receiptOf(channel, likeliest)
  }
}

const receiptKey = (channel: Channel, bankReference: string): string =>
  `${channel} ${bankReference.replaceAll(/\s+/g, '').toUpperCase()}`

const agrees = ({ parts }: Receipt, amount: bigint): boolean => {
  let sum = 0n
  for (const { payment } of parts) {
    if (payment.amount === amount) return true
    sum += payment.amount
  }
  return parts.length > 0 && sum === amount
}
