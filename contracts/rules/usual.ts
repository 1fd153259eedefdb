import { type Wh, wh } from './units.ts'

/** What a real bill charged. */
export interface RealBill {
  readonly wh: Wh
  readonly days: number
}

/** What an estimate is made from; `bills` are the real ones so far, the last ones last. */
export interface EstimateInput {
  readonly bills: readonly RealBill[]
  readonly days: number
  readonly previous: Wh
  readonly carried: Wh
  readonly multiplier: number
  readonly modulus: Wh
}

/**
 * What an account usually uses in so many days: floor(ΣWh × days / Σdays) over up to its last three real bills. null where
 * none charged a day.
 */
export const usual = (bills: readonly RealBill[], days: number): Wh | null => {
  const last = bills.slice(-3)
  const known = last.reduce((total, each) => total + each.days, 0)
  if (known === 0) return null
  const used = last.reduce((total, each) => total + each.wh, 0n)
  return wh((used * BigInt(days)) / BigInt(known))
}

/**
 * The register that an estimate should name: previous + floor(max(0, usual − carried) / multiplier), turned over where the
 * meter would have. null where there is nothing to go by.
 */
export const estimate = (
  input: EstimateInput,
): { readonly present: Wh; readonly rollover: boolean } | null => {
  const { bills, days, previous, carried, multiplier, modulus } = input
  const expected = usual(bills, days)
  if (expected === null) return null
  const rest = expected > carried ? expected - carried : 0n
  const present = previous + rest / BigInt(multiplier)
  return present < modulus
    ? { present: wh(present), rollover: false }
    : { present: wh(present - modulus), rollover: true }
}
