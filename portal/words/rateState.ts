import type { DayNumber } from '../../contracts/rules/units.ts'
import type { RateVersion } from '../record/rates.ts'
import { plain } from './t.ts'

/** Whether a tariff prices on a day. */
export type RateState = 'in force' | 'past' | 'to come' | 'withdrawn'

export const rateState = (
  { tariff, until, withdrawn }: RateVersion,
  today: DayNumber,
): RateState => {
  if (withdrawn !== null) return 'withdrawn'
  if (tariff.effectiveFrom > today) return 'to come'
  return until !== null && until <= today ? 'past' : 'in force'
}

/** The same in words. */
export const rateStateWords = (state: RateState): string => plain(states[state])

const states = {
  'in force': 'tariffWords.stateInForce',
  past: 'tariffWords.statePast',
  'to come': 'tariffWords.stateToCome',
  withdrawn: 'tariffWords.stateWithdrawn',
} as const
