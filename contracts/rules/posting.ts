import type { BillingEvent } from '../events/codec.ts'
import type { Hex } from '../events/hex.ts'
import { type Terms, termsOfAgreement, termsOn } from './terms.ts'
import { type DayNumber, dayNumber, type Paise } from './units.ts'

/** Something that changes what an account owes, or when it must be paid: an entry and the day it was recorded on. */
export type Posting = { readonly seq: number; readonly day: DayNumber } & (
  | {
      readonly kind: 'bill'
      readonly number: number
      readonly amount: Paise
      readonly dueDay: DayNumber
      readonly instalments: number
    }
  | { readonly kind: 'revision'; readonly bill: number; readonly difference: Paise }
  | { readonly kind: 'adjustment'; readonly bill: number; readonly amount: Paise }
  | { readonly kind: 'payment'; readonly amount: Paise; readonly reference: Hex }
  | { readonly kind: 'reversal'; readonly amount: Paise; readonly reference: Hex }
  | { readonly kind: 'dispute'; readonly bill: number; readonly amount: Paise }
  | { readonly kind: 'resolution'; readonly bill: number; readonly outcome: Outcome }
)

/** What the regulator decided: the bill stands, or it is or will be corrected. */
export type Outcome = 'upheld' | 'granted'

/** An entry of an account, with the day in India on which its block was sealed. */
export interface DatedEvent {
  readonly event: BillingEvent
  readonly day: DayNumber
}

/** The postings among an account's entries, which are all of them in order of seq. */
export const postingsOf = (entries: Iterable<DatedEvent>): Posting[] => {
  const terms: Terms[] = []
  const postings: Posting[] = []
  for (const { event, day } of entries) {
    if (event.name === 'AgreementAccepted') terms.push(termsOfAgreement(event.fields))
    const posting = postingOf(event, terms)
    if (posting !== undefined) postings.push({ seq: event.seq, day, ...posting })
  }
  return postings
}

type Unplaced = Posting extends infer Each
  ? Each extends Posting
    ? Omit<Each, 'seq' | 'day'>
    : never
  : never

const postingOf = (event: BillingEvent, terms: readonly Terms[]): Unplaced | undefined => {
  switch (event.name) {
    case 'BillIssued': {
      const { number, amount, dueDay, end } = event.fields
      const instalments = termsOn(terms, dayNumber(end - 1))?.instalments ?? 1
      return { kind: 'bill', number, amount, dueDay, instalments }
    }
    case 'ConsumptionRevised':
      return { kind: 'revision', bill: event.fields.bill, difference: event.fields.difference }
    case 'AdjustmentPosted':
      return { kind: 'adjustment', bill: event.fields.bill, amount: event.fields.amount }
    case 'PaymentMade':
      return {
        kind: 'payment',
        amount: event.fields.amount,
        reference: event.fields.receiptReference,
      }
    case 'PaymentReversed':
      return {
        kind: 'reversal',
        amount: event.fields.amount,
        reference: event.fields.receiptReference,
      }
    case 'BillDisputed':
      return { kind: 'dispute', bill: event.fields.bill, amount: event.fields.amount }
    case 'DisputeResolved': {
      const outcome = event.fields.outcome === 0 ? 'upheld' : 'granted'
      return { kind: 'resolution', bill: event.fields.bill, outcome }
    }
    default:
      return undefined
  }
}
