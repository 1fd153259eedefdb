import { only } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'
import { isRefund, raises } from '../record/refunds.ts'
import type { PaidLine } from './paid.ts'

/**
 * The entry since which nothing is left of a bill: the payment that brought it to nothing, or a correction that did, or
 * the bill itself where nothing was to be paid; null while something is left. What came later and changed nothing (a
 * credit, a decision) does not count, and neither does a refund.
 */
export const settledBy = (
  history: History,
  bill: StandingBill,
  lines: readonly PaidLine[],
): number | null => {
  const { issued, standing } = bill
  if (standing.left > 0n) return null
  const { number } = issued.fields
  const lastOpen = lines.findLastIndex(({ left }) => left > 0n)
  const raised = history.entries.filter(
    (entry) => raises(entry, number) && !(entry.name === 'AdjustmentPosted' && isRefund(entry)),
  )
  const lowered = only(history.entries, 'ConsumptionRevised').filter(
    ({ fields, seq }) =>
      fields.bill === number &&
      fields.difference < 0n &&
      history.pooledBefore(seq).some((each) => each.number === number && each.left > 0n),
  )
  return Math.max(
    issued.seq,
    lines[lastOpen + 1]?.since ?? 0,
    ...[...raised, ...lowered].map(({ seq }) => seq),
  )
}
