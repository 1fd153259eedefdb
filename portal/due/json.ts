import { formatDay } from '../../contracts/rules/day.ts'
import type { OpenLine } from './query.ts'

/** One open sum for machines; what is held back or paid ahead has no day. */
export const openSumJson = ({ code, category, bill, dueDay, amount }: OpenLine) => ({
  account: code,
  category,
  bill,
  dueDay: dueDay === 0 ? null : formatDay(dueDay),
  amountPaise: String(amount),
})
