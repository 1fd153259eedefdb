import type { Outcome, Posting } from './posting.ts'
import { type DayNumber, dayNumber, type Paise, paise } from './units.ts'

/** Instalments are this many days apart. */
const BETWEEN_INSTALMENTS = 30

/** What one bill asks (bill 0: the opening arrears), as its postings make it. */
export interface Claim {
  readonly number: number
  /** The bill itself; none of bill 0. */
  bill: PostingOf<'bill'> | null
  /** What corrections took off, below zero. */
  decrease: bigint
  /** What came on top later, each a sum of its own. */
  readonly increases: { readonly seq: number; readonly day: DayNumber; readonly amount: Paise }[]
  isRevised: boolean
  dispute: Dispute | null
}

/** The last dispute of a bill. */
export interface Dispute {
  readonly seq: number
  /** What the consumer named. */
  readonly amount: Paise
  /** What it holds back while it is open: what it names as far as the bill still asked it when it was raised. */
  readonly holds: Paise
  readonly outcome: Outcome | null
}

/** A sum of money with its day: an instalment of the bill, or a later increase. */
export interface Sum {
  readonly kind: 'instalment' | 'increase'
  /** Instalments and increases count from 1 each. */
  readonly number: number
  readonly dueDay: DayNumber
  readonly amount: Paise
}

export type PostingOf<Kind extends Posting['kind']> = Extract<Posting, { readonly kind: Kind }>

export const newClaim = (number: number): Claim => ({
  number,
  bill: null,
  decrease: 0n,
  increases: [],
  isRevised: false,
  dispute: null,
})

/** What the bill asks in all; below zero it is a credit. */
export const asked = ({ bill, decrease, increases }: Claim): bigint =>
  increases.reduce((total, { amount }) => total + amount, (bill?.amount ?? 0n) + decrease)

/** What an open dispute holds back now. */
export const heldBack = (claim: Claim): bigint => {
  const { dispute } = claim
  if (dispute === null || dispute.outcome !== null) return 0n
  const asks = asked(claim)
  return dispute.holds < asks ? dispute.holds : asks
}

/**
 * The sums in which the bill is due, in order of their days: its instalments, which divide what it asks less the later
 * increases (the remainder in the first), and each of those, due days-to-pay after its posting. Opening arrears are due
 * on the day they are posted. Where corrections took more than the bill had, the last sums go first.
 */
export const sumsOf = (claim: Claim): Sum[] => {
  const { bill, decrease, increases } = claim
  const daysToPay = bill === null ? 0 : bill.dueDay - bill.day
  const own = (bill?.amount ?? 0n) + decrease
  const sums: Sum[] = [
    ...(bill === null || own <= 0n ? [] : instalments(own, bill)),
    ...increases.map(({ day, amount }, i) => ({
      kind: 'increase' as const,
      number: i + 1,
      dueDay: dayNumber(day + daysToPay),
      amount,
    })),
  ].sort((a, b) => a.dueDay - b.dueDay)
  return own >= 0n ? sums : shortened(sums, asked(claim))
}

const instalments = (own: bigint, { dueDay, instalments }: PostingOf<'bill'>): Sum[] => {
  const each = own / BigInt(instalments)
  const first = own - each * BigInt(instalments - 1)
  return Array.from({ length: instalments }, (_, i) => ({
    kind: 'instalment' as const,
    number: i + 1,
    dueDay: dayNumber(dueDay + BETWEEN_INSTALMENTS * i),
    amount: paise(i === 0 ? first : each),
  })).filter(({ amount }) => amount > 0n)
}

/** The first sums, as far as `total` goes. */
const shortened = (sums: readonly Sum[], total: bigint): Sum[] => {
  let left = total
  return sums.flatMap((sum) => {
    const amount = paise(left < sum.amount ? left : sum.amount)
    if (amount <= 0n) return []
    left -= amount
    return [{ ...sum, amount }]
  })
}
