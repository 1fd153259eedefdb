import { type Paise, paise } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'

/** A line of what was paid on a bill, in the order in which it counted. */
export interface PaidLine {
  /** A payment or credit; a receipt that was taken back later, and its taking back; a credit that was paid back. */
  readonly kind: 'paid' | 'taken back' | 'reversal' | 'refund'
  readonly entry: Entry
  /** What of it went to this bill, or came off again. */
  readonly amount: Paise
  /** What was left of the bill after it; below zero more was paid than it asks. */
  readonly left: Paise
  /** The entry from which on it counted for this bill: its own, or the correction that freed it. */
  readonly since: number
  /** Of money that was there before the bill: the correction of an older bill that freed it, or null for a credit. */
  readonly freedBy: EntryOf<'ConsumptionRevised'> | null
}

type Unordered = Omit<PaidLine, 'left'>

/** What was paid on a bill, taken back and paid back, with what was left after each. */
export const paidLines = (history: History, bill: StandingBill): PaidLine[] => {
  const lines = [
    ...filling(history, bill),
    ...takenBack(history, bill.issued.fields.number),
    ...bill.refunds.map((entry): Unordered => ({
      ...counting(entry),
      kind: 'refund',
      amount: entry.fields.amount,
    })),
  ].sort((a, b) => a.since - b.since)
  let left: bigint = bill.asks
  return lines.map((line) => {
    left += line.kind === 'paid' || line.kind === 'taken back' ? 0n - line.amount : line.amount
    return { ...line, left: paise(left) }
  })
}

const counting = (entry: Entry) => ({ entry, since: entry.seq, freedBy: null })

const filling = (history: History, { issued, standing }: StandingBill): Unordered[] => {
  const bySeq = new Map(history.entries.map((entry) => [entry.seq, entry]))
  const { number } = issued.fields
  // Asked for only where money came before the bill did.
  const atIssue = standing.filledBy.some(({ seq }) => seq < issued.seq)
    ? history.pooledBefore(issued.seq + 1).find((each) => each.number === number)
    : undefined
  return standing.filledBy.flatMap(({ seq, amount }) => {
    const entry = bySeq.get(seq)
    if (entry === undefined) return []
    const isLater =
      seq < issued.seq && atIssue?.filledBy.some((credit) => credit.seq === seq) !== true
    const freedBy = isLater ? freeing(history.entries, issued) : null
    return [{ ...counting(entry), kind: 'paid', amount, freedBy, since: freedBy?.seq ?? seq }]
  })
}

/** The last correction after a bill that took something off an older one, whose payments go on to this one. */
const freeing = (
  entries: readonly Entry[],
  issued: EntryOf<'BillIssued'>,
): EntryOf<'ConsumptionRevised'> | null =>
  only(entries, 'ConsumptionRevised').findLast(
    ({ seq, fields }) =>
      seq > issued.seq && fields.bill < issued.fields.number && fields.difference < 0n,
  ) ?? null

/** Receipts that counted for this bill until they were taken back. */
const takenBack = ({ entries, pooledBefore }: History, number: number): Unordered[] =>
  only(entries, 'PaymentReversed').flatMap((reversal): Unordered[] => {
    const payment = only(entries, 'PaymentMade').find(
      ({ fields }) => fields.receiptReference === reversal.fields.receiptReference,
    )
    if (payment === undefined) return []
    const amount = pooledBefore(reversal.seq)
      .find((each) => each.number === number)
      ?.filledBy.find(({ seq }) => seq === payment.seq)?.amount
    if (amount === undefined) return []
    return [
      { ...counting(payment), kind: 'taken back', amount },
      { ...counting(reversal), kind: 'reversal', amount },
    ]
  })
