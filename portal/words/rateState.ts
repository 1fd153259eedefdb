import type { DayNumber } from '../../contracts/rules/units.ts'
import type { RateVersion } from '../record/rates.ts'

/** Whether a tariff prices on a day: in force, past, to come or withdrawn. */
export const rateState = ({ tariff, until, withdrawn }: RateVersion, today: DayNumber): string => {
  if (withdrawn !== null) return 'withdrawn'
  if (tariff.effectiveFrom > today) return 'to come'
  return until !== null && until <= today ? 'past' : 'in force'
}
