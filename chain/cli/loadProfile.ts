import { createHash } from 'node:crypto'
import { BadInput } from './exit.ts'
import { type DayNumber, dayNumber, type Wh, wh } from '../../contracts/rules/units.ts'

/**
 * How much of an average day's energy each hour takes, in 1/240 of the day, from midnight in India. Shapes as load
 * research of Indian distribution companies describes them: homes peak in the evening, shops by day, pumps at night.
 */
export const profiles = {
  home: [5, 4, 4, 4, 4, 6, 10, 12, 10, 8, 7, 7, 8, 8, 7, 7, 8, 11, 18, 24, 23, 20, 15, 10],
  shop: [2, 2, 2, 2, 2, 2, 3, 5, 10, 17, 19, 19, 17, 16, 17, 18, 19, 19, 19, 16, 8, 3, 2, 1],
  pump: [26, 26, 26, 26, 26, 24, 10, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 10, 18, 20],
  works: [4, 4, 4, 4, 4, 5, 9, 15, 18, 19, 19, 18, 12, 17, 19, 19, 17, 10, 5, 4, 4, 4, 3, 3],
} as const satisfies Record<string, readonly number[]>

export type Profile = keyof typeof profiles

/** Per cent of the average day by month, January first: fans and coolers from April to September. */
const seasons = [80, 80, 88, 102, 116, 122, 124, 122, 114, 96, 80, 76]
const DAYS_A_MONTH = 30
const PARTS = 240n

export function parseProfile(text: string): Profile {
  if (text in profiles) return text as Profile
  throw new BadInput(
    `There is no load profile "${text}": choose ${Object.keys(profiles).join(', ')}.`,
  )
}

/** A meter's clock and load: everything it will ever count follows from these. */
export type SimulatedLoad = {
  readonly profile: Profile
  /** Energy of an average day. */
  readonly daily: Wh
  /** Tells one meter's days from another's. */
  readonly seed: string
}

/** Energy of an hour of a day, up to a third more or less than the profile says; the same whenever it is asked. */
export function energyOfHour(
  { profile, daily, seed }: SimulatedLoad,
  day: DayNumber,
  hour: number,
) {
  const share = BigInt(profiles[profile][hour] ?? 0)
  const season = BigInt(seasons[Math.floor((day % 365) / DAYS_A_MONTH) % seasons.length] ?? 100)
  const chance = createHash('sha256').update(`${seed} ${day} ${hour}`).digest().readUInt16BE()
  const jitter = BigInt(67 + (chance % 67))
  return wh((daily * share * season * jitter) / (PARTS * 10_000n))
}

/** What a meter counts in the days [start, end). */
export function energyBetween(load: SimulatedLoad, start: DayNumber, end: DayNumber): Wh {
  let total = 0n
  for (let day: number = start; day < end; day++) {
    for (let hour = 0; hour < 24; hour++) total += energyOfHour(load, dayNumber(day), hour)
  }
  return wh(total)
}
