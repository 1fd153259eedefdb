import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'

/** A stretch of the ageing: sums overdue for `from` to `to` days, the first overdue day (the one after the due day) being 0. */
export interface Age {
  readonly id: string
  readonly label: string
  readonly from: number
  /** null: without end. */
  readonly to: number | null
}

export const ages: readonly Age[] = [
  { id: '0-30', label: '0–30', from: 0, to: 30 },
  { id: '31-60', label: '31–60', from: 31, to: 60 },
  { id: '61-90', label: '61–90', from: 61, to: 90 },
  { id: '91-180', label: '91–180', from: 91, to: 180 },
  { id: '181-365', label: '181–365', from: 181, to: 365 },
  { id: 'above-365', label: 'above 365', from: 366, to: null },
]

/** All of these together. */
export const overdue: Age = { id: 'overdue', label: 'overdue', from: 0, to: null }

/** Days overdue, or below 0 where the sum is not due yet or due today: overdue begins the day after the due day. */
const daysOverdue = (dueDay: DayNumber, today: DayNumber): number => today - dueDay - 1

/** The age of a sum due on this day; null where it is not overdue. */
export const ageOf = (dueDay: DayNumber, today: DayNumber): Age | null => {
  const days = daysOverdue(dueDay, today)
  return ages.find(({ from, to }) => days >= from && (to === null || days <= to)) ?? null
}

/** The due days of an age, first and last. */
export const dueDaysOf = (
  { from, to }: Age,
  today: DayNumber,
): { readonly first: DayNumber; readonly last: DayNumber } => ({
  first: to === null ? dayNumber(0) : daysBefore(today, 1 + to),
  last: daysBefore(today, 1 + from),
})

/** So many days before, but none before 1970. */
export const daysBefore = (day: DayNumber, days: number): DayNumber =>
  dayNumber(Math.max(0, day - days))
