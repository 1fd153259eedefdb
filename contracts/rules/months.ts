/** How a tariff counts days as months: the day counts of a year's months, or thirtieths. */
export type Basis = 'months' | 'days'

/**
 * A number of months, as the fraction num/den. `whole` says that the stretch counted as that many whole months, of which
 * the part is days / ofDays.
 */
export interface Months {
  readonly num: bigint
  readonly den: bigint
  readonly basis: Basis
  readonly days: number
  readonly ofDays: number
  readonly whole: number | null
}

/**
 * The months that `days` of a stretch of `ofDays` count as. By `days` they are thirtieths. By `months` the stretch is n
 * whole months if |12·D − 365·n| ≤ 66 for n = floor((24·D + 365) / 730) and n ≥ 1, else 12·D/365; the part has its share
 * of them by days. So 25 to 35 days are one month, 56 to 66 two, 365 and 366 twelve.
 */
export const monthsOf = (basis: Basis, days: number, ofDays: number): Months => {
  const part = { basis, days, ofDays, whole: null }
  if (basis === 'days') return { ...part, num: BigInt(days), den: 30n }
  const n = Math.floor((24 * ofDays + 365) / 730)
  if (n >= 1 && Math.abs(12 * ofDays - 365 * n) <= 66) {
    return { ...part, num: BigInt(n) * BigInt(days), den: BigInt(ofDays), whole: n }
  }
  return { ...part, num: 12n * BigInt(days), den: 365n }
}

/** The number in a formula: "1 month", "3 months", "14/30 × 1 month", "31/30 months", "12 × 45/365 months". */
export const monthsWords = ({ basis, days, ofDays, whole }: Months): string => {
  if (whole !== null) {
    const words = whole === 1 ? '1 month' : `${whole} months`
    return days === ofDays ? words : `${days}/${ofDays} × ${words}`
  }
  if (basis === 'days') return days === 30 ? '1 month' : `${days}/30 months`
  return `12 × ${days}/365 months`
}
