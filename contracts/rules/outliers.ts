import { rolloverLimit } from './consumption.ts'
import type { DayNumber, Watt, Wh } from './units.ts'

/**
 * What makes a reading stand out. None of it is wrong by the rules of the contract: a person looks at it.
 *
 * `high`, `low`: units per day more than 3 times, or less than a third of, the median of the account's last six bills from
 * real readings (at least three of them). A season, a guest or a new cooler doubles a household's use; a digit misread, a
 * decimal point lost or a neighbour's meter multiplies it, so 3 tells the two apart. The median, because one odd bill among
 * six does not move it. Below 1 kWh a day on both sides nothing is told: nobody is harmed by a lamp more.
 *
 * `zero`: a real reading that counts no units in 20 days or more: a stopped meter, or nobody at home.
 *
 * `jump`: a register that moved further than the sanctioned load could have moved it, running day and night.
 *
 * `rollover`: a register that went back and is said to have passed its highest value.
 *
 * `late`: recorded more than 7 days after the last day that it charges.
 */
export const outlierRules = ['high', 'low', 'zero', 'jump', 'rollover', 'late'] as const
export type OutlierRule = (typeof outlierRules)[number]

/** A reading as recorded, with what it is judged by. */
export interface JudgedReading {
  readonly seq: number
  readonly isEstimated: boolean
  readonly wh: Wh
  readonly start: DayNumber
  /** The day after the last one that it charges. */
  readonly end: DayNumber
  readonly rollover: boolean
  /** The day of its block. */
  readonly recorded: DayNumber
  /** Of the terms of its last day; null without any. */
  readonly terms: { readonly load: Watt; readonly isSession: boolean } | null
}

/** `measured` and `expected` in the unit of the rule: Wh a day, Wh, days; of `zero` bills in a row, and days. */
export interface Outlier {
  readonly seq: number
  readonly rule: OutlierRule
  readonly measured: bigint
  readonly expected: bigint
}

/** The numbers in these rules, for who states them. */
export const outlierLimits = {
  factor: 3,
  bills: 6,
  fewestBills: 3,
  leastWhADay: 1_000,
  zeroDays: 20,
  lateDays: 7,
} as const

const FACTOR = BigInt(outlierLimits.factor)
const LEAST_WH_A_DAY = BigInt(outlierLimits.leastWhADay)
const { bills: BILLS, fewestBills: FEWEST_BILLS, zeroDays: ZERO_DAYS } = outlierLimits
const { lateDays: LATE_DAYS } = outlierLimits

/**
 * The readings of an account that stand out, in order. Each is judged by those before it alone, as recorded: whether a reading
 * is listed never changes afterwards, and a correction of one does not hide another.
 */
export const outliers = (readings: readonly JudgedReading[]): Outlier[] => {
  const found: Outlier[] = []
  /** Units per day of the real readings so far, the newest last. */
  const usual: bigint[] = []
  let zeros = 0
  for (const reading of readings) {
    const { seq, wh, start, end, terms, isEstimated } = reading
    const days = end - start
    const add = (rule: OutlierRule, measured: bigint, expected: bigint) =>
      found.push({ seq, rule, measured, expected })
    const delay = reading.recorded - end
    if (delay > LATE_DAYS) add('late', BigInt(delay), BigInt(LATE_DAYS))
    if (isEstimated) continue
    if (reading.rollover) add('rollover', wh, 0n)
    const most = terms === null ? null : rolloverLimit(terms.load, days)
    if (most !== null && wh > most) add('jump', wh, most)
    if (terms?.isSession === true || days === 0) continue
    zeros = wh === 0n ? zeros + 1 : 0
    if (wh === 0n && days >= ZERO_DAYS) add('zero', BigInt(zeros), BigInt(days))
    const aDay = wh / BigInt(days)
    const median = medianOf(usual.slice(-BILLS))
    usual.push(aDay)
    if (median === null) continue
    if (aDay > median * FACTOR && aDay >= LEAST_WH_A_DAY) add('high', aDay, median)
    if (aDay * FACTOR < median && median >= LEAST_WH_A_DAY && wh > 0n) add('low', aDay, median)
  }
  return found
}

/** The middle one; of an even number the mean of the two in the middle, rounded down. null where there are too few. */
const medianOf = (values: readonly bigint[]): bigint | null => {
  if (values.length < FEWEST_BILLS) return null
  const sorted = values.toSorted((a, b) => (a < b ? -1 : Number(a > b)))
  const upper = sorted[Math.floor(values.length / 2)] ?? 0n
  const lower = sorted[Math.floor((values.length - 1) / 2)] ?? 0n
  return (upper + lower) / 2n
}
