import { formatDay } from '../../../contracts/rules/day.ts'
import { type DayNumber, dayNumber, type Wh, wh } from '../../../contracts/rules/units.ts'
import type { Draw } from './draw.ts'

/** What a connection uses: the Wh from its first day up to the start of a day. */
export type Usage = (until: DayNumber) => Wh

export interface Profile {
  /** Wh on an ordinary day. */
  readonly perDay: bigint
  /** Days on which nothing is used: the house is locked. */
  readonly away?: readonly [from: DayNumber, until: DayNumber]
}

/** Per cent of an ordinary day's use by month, January first: fans and pumps run in Assam's summer. */
const SEASON = [82, 80, 90, 104, 116, 124, 128, 126, 118, 102, 86, 84]

/** Draws every day's use once, and remembers the sums. */
export const usageOf = (
  firstDay: DayNumber,
  lastDay: DayNumber,
  { perDay, away }: Profile,
  draw: Draw,
): Usage => {
  const sums: bigint[] = [0n]
  let sum = 0n
  for (let day: number = firstDay; day < lastDay; day++) {
    const isAway = away !== undefined && day >= away[0] && day < away[1]
    // Drawn on days away too, so that being away changes no other day.
    const chance = BigInt(seasonOn(dayNumber(day)) * draw.between(80, 120))
    if (!isAway) sum += (perDay * chance) / 10_000n
    sums.push(sum)
  }
  return (until) => wh(sums[Math.max(0, until - firstDay)] ?? sum)
}

const seasons = new Map<DayNumber, number>()
const seasonOn = (day: DayNumber): number => {
  const known = seasons.get(day)
  if (known !== undefined) return known
  const season = SEASON[Number(formatDay(day).slice(5, 7)) - 1] ?? 100
  seasons.set(day, season)
  return season
}
