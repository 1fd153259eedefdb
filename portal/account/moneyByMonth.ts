import { dayInIndia, monthOfDay } from '../../contracts/rules/day.ts'
import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { Entry } from '../record/entry.ts'
import { lastMonths } from './lastMonths.ts'

/** What was asked and what was paid in a calendar month, by the days on which it was recorded. */
export interface MonthMoney {
  /** Counted from January 1970. */
  readonly month: number
  /** Bills, their corrections and adjustments. */
  readonly asked: Paise
  /** Payments, less those that were taken back. */
  readonly paid: Paise
  /** What was owed at the month's end (today, of the month that runs); below zero a credit. */
  readonly owed: Paise
}

/** Money by month up to today's: what was owed before + asked − paid is what is owed after, each month. */
export const moneyByMonth = (entries: readonly Entry[], today: DayNumber): MonthMoney[] => {
  const months = new Map<number, MonthMoney>()
  let owed = 0n
  for (const entry of entries) {
    const [asked, paid] = changeBy(entry)
    if (asked === null) continue
    owed += asked - paid
    const month = monthOfDay(dayInIndia(entry.at.timestamp))
    const before = months.get(month)
    months.set(month, {
      month,
      asked: paise((before?.asked ?? 0n) + asked),
      paid: paise((before?.paid ?? 0n) + paid),
      owed: paise(owed),
    })
  }
  if (months.size === 0) return []
  const none = (month: number, owed: Paise): MonthMoney => ({
    month,
    asked: paise(0n),
    paid: paise(0n),
    owed,
  })
  const now = monthOfDay(today)
  if (now > Math.max(...months.keys())) months.set(now, none(now, paise(owed)))
  return lastMonths(months, (month, before) => none(month, before?.owed ?? paise(0n)))
}

const changeBy = (entry: Entry): readonly [asked: bigint, paid: bigint] | readonly [null, null] => {
  switch (entry.name) {
    case 'BillIssued':
    case 'AdjustmentPosted':
      return [entry.fields.amount, 0n]
    case 'ConsumptionRevised':
      return [entry.fields.difference, 0n]
    case 'PaymentMade':
      return [0n, entry.fields.amount]
    case 'PaymentReversed':
      return [0n, 0n - entry.fields.amount]
    default:
      return [null, null]
  }
}
