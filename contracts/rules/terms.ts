import { keccak256 } from '#keccak'
import { hexOf, type Hex } from '../events/hex.ts'
import { encodeEvent } from '../events/codec.ts'
import type { FieldsOf } from '../events/readers.ts'
import type { DayNumber, Watt } from './units.ts'

/** What board and consumer agree on, from a first day until the next terms. */
export interface Terms {
  readonly category: number
  /** Sanctioned load. */
  readonly load: Watt
  /** Months between bills: 1, 3, 6 or 12; 0 for charging sessions. */
  readonly cycle: number
  /** Equal instalments 30 days apart, 1 to 12. */
  readonly instalments: number
  /** Days from issue to the (first) due day. */
  readonly daysToPay: number
  readonly firstDay: DayNumber
  /** Key that accepts terms and disputes bills. */
  readonly consumerKey: Hex
}

/** The hash by which terms are accepted: keccak256(abi.encode(terms)), seven words. */
export const termsHash = (terms: Terms): Hex => {
  const nothing = { termsHash: `0x${'0'.repeat(64)}`, by: `0x${'0'.repeat(40)}` } as const
  // A proposal's data begin with the terms themselves.
  return hexOf(
    keccak256(encodeEvent('AgreementProposed', { ...terms, ...nothing }).subarray(0, 224)),
  )
}

/** The terms that an agreement's event tells. */
export const termsOfAgreement = (fields: FieldsOf<'AgreementAccepted'>): Terms => {
  const { category, load, cycle, instalments, daysToPay, firstDay, consumerKey } = fields
  return { category, load, cycle, instalments, daysToPay, firstDay, consumerKey }
}

/** The terms in force on a day: of the accepted ones, in order of first day, the last that has begun. */
export const termsOn = (terms: readonly Terms[], day: DayNumber): Terms | undefined =>
  terms.findLast(({ firstDay }) => firstDay <= day)
