import type { Hex } from '../events/hex.ts'
import { asked, type Claim, heldBack, newClaim, type PostingOf, type Sum, sumsOf } from './claim.ts'
import { type Credit, fill, type Filling } from './fill.ts'
import type { Outcome, Posting } from './posting.ts'
import { type DayNumber, dayNumber, type Paise, paise } from './units.ts'

export type Status = 'settled' | 'overdue' | 'part paid' | 'issued'

/** A bill of an account as it stands. Bill 0 are the opening arrears. */
export interface PooledBill {
  readonly number: number
  /** What it asks with corrections and increases; below zero it was a credit, which went into the pool. */
  readonly asks: Paise
  readonly filled: Paise
  readonly left: Paise
  /** What of `left` an open dispute holds back: it neither ages nor is overdue. */
  readonly heldBack: Paise
  readonly overdue: Paise
  /** First day on which something of it was overdue that still is. */
  readonly overdueSince: DayNumber | null
  readonly status: Status
  readonly isRevised: boolean
  /** Its last dispute; `outcome` null while that is open. */
  readonly dispute: { readonly amount: Paise; readonly outcome: Outcome | null } | null
  readonly sums: readonly PooledSum[]
  /** Which entries filled it, with how much each. */
  readonly filledBy: readonly Credit[]
}

/** One of the sums in which a bill is due. */
export interface PooledSum extends Sum {
  readonly left: Paise
  /** What of `left` an open dispute holds back. */
  readonly heldBack: Paise
  readonly isOverdue: boolean
}

export interface Pool {
  /** In order of number. */
  readonly bills: readonly PooledBill[]
  /** Bills + adjustments − payments + reversals: what the account owes, below zero a credit. */
  readonly balance: Paise
  /** What of the pool no bill asked for. */
  readonly credit: Paise
}

/**
 * What is owed, bill by bill, as of a day. There is no allocation to choose: payments, negative bills and negative
 * adjustments, less reversals, fill the positive bills in order of number; what an open dispute holds back comes last.
 * Σ left − credit = balance.
 * @param postings The account's, in order of seq.
 */
export const pool = (postings: readonly Posting[], today: DayNumber): Pool => {
  const { claims, payments, balance } = postings.reduce(post, nothing())
  const sorted = [...claims.values()].sort((a, b) => a.number - b.number)
  const { fillings, rest } = fill(sorted, creditsOf(sorted, payments))
  return {
    bills: sorted.map((claim) => pooledBill(claim, fillings.get(claim.number), today)),
    balance: paise(balance),
    credit: rest,
  }
}

/** What the postings so far come to. */
interface State {
  readonly claims: Map<number, Claim>
  /** Payments that were not reversed, and negative adjustments. */
  payments: (Credit & { readonly reference: Hex | null })[]
  balance: bigint
}

const nothing = (): State => ({ claims: new Map(), payments: [], balance: 0n })

const post = (state: State, posting: Posting): State => {
  switch (posting.kind) {
    case 'bill':
      claimOf(state, posting.number).bill = posting
      state.balance += posting.amount
      break
    case 'revision': {
      const claim = claimOf(state, posting.bill)
      claim.isRevised = true
      change(claim, posting, posting.difference)
      state.balance += posting.difference
      break
    }
    case 'adjustment':
      if (posting.amount > 0n) change(claimOf(state, posting.bill), posting, posting.amount)
      else addPayment(state, posting.seq, 0n - posting.amount, null)
      state.balance += posting.amount
      break
    case 'payment':
      addPayment(state, posting.seq, posting.amount, posting.reference)
      state.balance -= posting.amount
      break
    case 'reversal':
      // A reference is used once for ever, so it names one payment.
      state.payments = state.payments.filter(({ reference }) => reference !== posting.reference)
      state.balance += posting.amount
      break
    case 'dispute':
      dispute(state, posting)
      break
    case 'resolution': {
      const claim = claimOf(state, posting.bill)
      if (claim.dispute !== null) claim.dispute = { ...claim.dispute, outcome: posting.outcome }
      break
    }
  }
  return state
}

const claimOf = ({ claims }: State, number: number): Claim => {
  const claim = claims.get(number) ?? newClaim(number)
  claims.set(number, claim)
  return claim
}

const change = (claim: Claim, { seq, day }: Posting, amount: Paise): void => {
  if (amount > 0n) claim.increases.push({ seq, day, amount })
  else claim.decrease += amount
}

const addPayment = (state: State, seq: number, amount: bigint, reference: Hex | null): void => {
  state.payments.push({ seq, amount: paise(amount), reference })
}

/** It holds what it names, as far as the bill still asks it now. */
const dispute = (state: State, { seq, bill, amount }: PostingOf<'dispute'>): void => {
  const claim = claimOf(state, bill)
  const claims = [...state.claims.values()]
  const filling = fill(claims, creditsOf(claims, state.payments)).fillings.get(bill)
  const left = filling === undefined ? 0n : asked(claim) - filling.free - filling.held
  claim.dispute = { seq, amount, holds: amount < left ? amount : paise(left), outcome: null }
}

/** All that fills bills, in order of entries: payments, and bills that are credits. */
const creditsOf = (claims: readonly Claim[], payments: readonly Credit[]): Credit[] =>
  [
    ...payments,
    ...claims.flatMap((claim) => {
      const asks = asked(claim)
      return claim.bill !== null && asks < 0n
        ? [{ seq: claim.bill.seq, amount: paise(0n - asks) }]
        : []
    }),
  ].sort((a, b) => a.seq - b.seq)

const pooledBill = (claim: Claim, filling: Filling | undefined, today: DayNumber): PooledBill => {
  const asks = asked(claim)
  const held = heldBack(claim)
  const free = filling?.free ?? 0n
  const ofHeld = filling?.held ?? 0n
  const filled = free + ofHeld
  const left = asks > 0n ? asks - filled : 0n
  const sums = pooledSums(sumsOf(claim), { free, ofHeld, freeEnd: asks - held }, today)
  const overdue = sums.filter(({ isOverdue }) => isOverdue)
  const first = overdue[0]
  return {
    number: claim.number,
    asks: paise(asks),
    filled: paise(filled),
    left: paise(left),
    heldBack: paise(left === 0n ? 0n : held - ofHeld),
    overdue: paise(overdue.reduce((total, { left, heldBack }) => total + left - heldBack, 0n)),
    overdueSince: first === undefined ? null : dayNumber(first.dueDay + 1),
    status: statusOf(left, filled, overdue.length > 0),
    isRevised: claim.isRevised,
    dispute:
      claim.dispute === null
        ? null
        : { amount: claim.dispute.amount, outcome: claim.dispute.outcome },
    sums,
    filledBy: filling?.by ?? [],
  }
}

const statusOf = (left: bigint, filled: bigint, isOverdue: boolean): Status => {
  if (left === 0n) return 'settled'
  if (isOverdue) return 'overdue'
  return filled > 0n ? 'part paid' : 'issued'
}

/**
 * The sums laid end to end, [0, asks): what is held back counts from the last backwards, so it is [freeEnd, asks). Money
 * fills [0, free) and [freeEnd, freeEnd + ofHeld).
 */
const pooledSums = (
  sums: readonly Sum[],
  { free, ofHeld, freeEnd }: { free: bigint; ofHeld: bigint; freeEnd: bigint },
  today: DayNumber,
): PooledSum[] => {
  let from = 0n
  return sums.map((sum) => {
    const until = from + sum.amount
    const open = common(from, until, free, freeEnd)
    const held = common(from, until, freeEnd + ofHeld, until)
    from = until
    return {
      ...sum,
      left: paise(open + held),
      heldBack: paise(held),
      isOverdue: open > 0n && sum.dueDay < today,
    }
  })
}

/** Length of what [a, b) and [c, d) have in common. */
const common = (a: bigint, b: bigint, c: bigint, d: bigint): bigint => {
  const length = (b < d ? b : d) - (a > c ? a : c)
  return length > 0n ? length : 0n
}
