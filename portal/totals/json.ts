import { dayInIndia, formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import type { EntryOf } from '../record/entry.ts'
import type { Account, ComparedTotals, TotalsLine } from './compare.ts'

/** `from` and `to` are the days of the closings that a period runs between. `contract` is null, and `agrees` too, where the node could not be asked. */
export const totalsJson = ({ periods, ever }: ComparedTotals): Json => ({
  ever: lineJson(ever),
  periods: periods.map(lineJson),
})

export const lineJson = ({ entry, before, contract, here, verdict }: TotalsLine) => ({
  from: before === null ? null : dayOf(before),
  to: entry === null ? null : dayOf(entry),
  closedMonth: entry === null ? null : monthOf(entry.fields.month),
  contract: contract === null ? null : accountJson(contract),
  here: accountJson(here),
  agrees: verdict === 'unknown' ? null : verdict === 'pass',
  block: entry?.at.block ?? null,
  transaction: entry?.at.transaction ?? null,
})

const accountJson = ({ opening, billed, adjusted, paid, closing }: Account) => ({
  openingPaise: String(opening),
  billedPaise: String(billed),
  adjustedPaise: String(adjusted),
  paidPaise: String(paid),
  closingPaise: String(closing),
})

const dayOf = ({ at }: EntryOf<'PeriodClosed'>): string => formatDay(dayInIndia(at.timestamp))

/** YYYY-MM of a month counted from January 1970. */
const monthOf = (month: number): string =>
  `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
