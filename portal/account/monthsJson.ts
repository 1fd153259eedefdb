import { formatDay, startOfMonth } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { History } from '../record/history.ts'
import { termsOf } from '../record/termsOf.ts'
import { measuredOf } from './measured.ts'
import { moneyByMonth } from './moneyByMonth.ts'
import { usageByMonth } from './usageByMonth.ts'

/** What the charts of an account show, the last two years; a month as YYYY-MM. */
export const monthsJson = ({ bills, entries }: History, today: DayNumber) => {
  const { now, toCome } = termsOf(entries, today)
  const isStation = (now ?? toCome[0])?.fields.cycle === 0
  return {
    usageByMonth: usageByMonth(measuredOf(bills), { isStation }).map(
      ({ month, wh, days, basis, bills }) => ({
        month: monthText(month),
        wh: String(wh),
        days,
        basis,
        bills: [...bills],
      }),
    ),
    moneyByMonth: moneyByMonth(entries, today).map(({ month, asked, paid, owed }) => ({
      month: monthText(month),
      askedPaise: String(asked),
      paidPaise: String(paid),
      owedPaise: String(owed),
    })),
  }
}

const monthText = (month: number): string => formatDay(startOfMonth(month)).slice(0, 7)
