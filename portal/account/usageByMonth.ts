import { cutIntoParts } from '../../contracts/rules/cutIntoParts.ts'
import { monthOfDay, startOfMonth } from '../../contracts/rules/day.ts'
import { dayNumber, type Wh, wh } from '../../contracts/rules/units.ts'
import { lastMonths } from './lastMonths.ts'
import type { Measured } from './measured.ts'

/** How a month's units are known, the weakest of what they are made of. */
export type Basis = 'read' | 'shared' | 'estimated'

/** What was used in a calendar month. */
export interface MonthUsage {
  /** Counted from January 1970. */
  readonly month: number
  readonly wh: Wh
  /** Of its days, so many were charged so far. */
  readonly days: number
  readonly basis: Basis
  /** The bills that charged it. */
  readonly bills: readonly number[]
}

const ESTIMATED = 2

/** A reading of more days tells little about each of its months: that they are shares of it is said. */
const MOST_DAYS_OF_A_MONTHS_READING = 45

const weakness: Readonly<Record<Basis, number>> = { read: 0, shared: 1, estimated: 2 }

/**
 * Consumption by calendar month, the last `lastMonths`. A stretch over several months is shared by days, by the rule that
 * shares a bill's units where its tariff changes; a charging session counts in the month in which it was read.
 */
export const usageByMonth = (
  stretches: readonly Measured[],
  { isStation }: { readonly isStation: boolean },
): MonthUsage[] => {
  const months = new Map<number, MonthUsage>()
  const add = (month: number, used: Wh, days: number, { bills, ...of }: Measured) => {
    const before = months.get(month)
    const basis = isStation ? 'read' : basisOf(of)
    months.set(month, {
      month,
      wh: wh((before?.wh ?? 0n) + used),
      days: (before?.days ?? 0) + days,
      basis:
        before !== undefined && weakness[before.basis] > weakness[basis] ? before.basis : basis,
      bills: [...(before?.bills ?? []), ...bills],
    })
  }
  for (const stretch of stretches) {
    const { start, end } = stretch
    if (isStation || end === start) add(monthOfDay(end), stretch.wh, end - start, stretch)
    else
      for (const part of cutIntoParts(stretch, startsBetween(start, end)))
        add(monthOfDay(part.firstDay), part.wh, part.days, stretch)
  }
  return lastMonths(months, (month) => ({ month, wh: wh(0n), days: 0, basis: 'read', bills: [] }))
}

/** First days of the months that begin within [start, end). */
const startsBetween = (start: number, end: number) => {
  const first = monthOfDay(dayNumber(start)) + 1
  const last = monthOfDay(dayNumber(end - 1))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => startOfMonth(first + i))
}

const basisOf = ({ kind, start, end }: Pick<Measured, 'kind' | 'start' | 'end'>): Basis =>
  kind === ESTIMATED ? 'estimated' : end - start > MOST_DAYS_OF_A_MONTHS_READING ? 'shared' : 'read'
