import type { Charge } from '../../contracts/rules/charge.ts'
import type { RateVersion } from '../record/rates.ts'

/** Why a tariff applied to a part of a bill: it was in force on the part's days, the next one starts later. */
export interface WhyRate {
  readonly rate: RateVersion
  /** The category's next tariff, if one is set. */
  readonly next: RateVersion | null
}

export const whyRate = (charge: Charge, rates: readonly RateVersion[]): WhyRate | null => {
  const rate = rates.find(({ tariff }) => tariff.tariff === charge.tariff.tariff)
  if (rate === undefined) return null
  const next = rates.find(
    ({ tariff, withdrawn }) =>
      withdrawn === null &&
      tariff.category === rate.tariff.category &&
      tariff.effectiveFrom === rate.until,
  )
  return { rate, next: next ?? null }
}
