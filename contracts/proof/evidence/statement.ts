import type { BillingEvent } from '../../events/codec.ts'
import type { EventName } from '../../events/layouts.ts'
import type { Hex } from '../../events/hex.ts'
import { codeOf } from '../../rules/accountCode.ts'
import type { Audit } from '../../rules/audit/audit.ts'
import { dayInIndia } from '../../rules/day.ts'
import type { PooledBill } from '../../rules/pool.ts'
import { type DayNumber, type Paise, paise, type Wh } from '../../rules/units.ts'
import type { Party } from '../manifest.ts'
import { poolOf } from './later.ts'
import type { SealedBlock } from './seals.ts'
import type { Evidence } from './shape.ts'

/** What evidence says, once it holds. */
export interface Statement {
  readonly account: Hex
  readonly code: string
  /** The one bill it is about; null for the whole account. */
  readonly bill: number | null
  readonly block: number
  readonly blockHash: Hex
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
  readonly day: DayNumber
  readonly parties: readonly Party[]
  readonly ofParties: number
  readonly entries: number
  /** How many entries of each kind came later, shown by their hash only. */
  readonly later: Readonly<Partial<Record<EventName, number>>>
  /** Owed by the whole account; null where later entries are not shown. */
  readonly balance: Paise | null
  readonly bills: readonly StatedBill[]
  readonly payments: readonly StatedPayment[]
  /** What stands out without being wrong, such as estimates. */
  readonly remarks: readonly string[]
}

export interface StatedBill {
  readonly number: number
  readonly start: DayNumber
  readonly end: DayNumber
  readonly wh: Wh
  readonly amount: Paise
  readonly dueDay: DayNumber
  readonly isEstimated: boolean
  readonly standing: PooledBill
}

export interface StatedPayment {
  readonly seq: number
  readonly amount: Paise
  readonly channel: number
  readonly isReversed: boolean
  readonly balance: Paise
}

/** The statement of evidence that was found to hold. */
export const statementOf = (
  { account, bill, later }: Evidence,
  events: readonly BillingEvent[],
  audit: Audit,
  { header, hash, parties, of }: SealedBlock,
): Statement => {
  const day = dayInIndia(header.timestamp)
  const { bills, balance } = poolOf(events, day)
  const pooled = new Map(bills.map((each) => [each.number, each]))
  return {
    account,
    code: codeOf(account),
    bill,
    block: header.number,
    blockHash: hash,
    timestamp: header.timestamp,
    day,
    parties,
    ofParties: of,
    entries: events.length,
    later: countsOf(later.map(({ event }) => event)),
    balance: later.length === 0 ? balance : null,
    bills: audit.bills.flatMap(({ number, start, end, wh, amount, dueDay, isEstimated }) => {
      const standing = pooled.get(number)
      const isAsked = bill === null || bill === number
      if (standing === undefined || !isAsked) return []
      return [{ number, start, end, wh, amount, dueDay, isEstimated, standing }]
    }),
    payments: paymentsIn(events),
    remarks: audit.remarks.map(({ seq, message }) => `Entry ${seq}: ${message}.`),
  }
}

/** What all payments that were not taken back come to. */
export const paidIn = ({ payments }: Statement): Paise =>
  paise(payments.reduce((sum, { amount, isReversed }) => sum + (isReversed ? 0n : amount), 0n))

const paymentsIn = (events: readonly BillingEvent[]): StatedPayment[] => {
  const reversed = new Set(
    events.flatMap((event) =>
      event.name === 'PaymentReversed' ? [event.fields.receiptReference] : [],
    ),
  )
  return events.flatMap((event) => {
    if (event.name !== 'PaymentMade') return []
    const { amount, channel, receiptReference, balance } = event.fields
    const isReversed = channel !== 0 && reversed.has(receiptReference)
    return [{ seq: event.seq, amount, channel, isReversed, balance }]
  })
}

const countsOf = (names: readonly EventName[]): Partial<Record<EventName, number>> => {
  const counts: Partial<Record<EventName, number>> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
