import { type Outcome, type Place, simulate } from './simulate.ts'

/**
 * Drives a seed's world, its node and Postgres without faults, once for every moment there is in it: before and after
 * every node request and every SQL statement, the indexer is killed there and begins anew. Throws as `simulate` does.
 */
export const killEverywhere = async (
  seed: number,
  place: Place,
  signal: AbortSignal,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> => {
  // A run has some moments more or less than another: requests go side by side. The last ones kill nothing.
  for (let at = 1; !signal.aborted; at++) {
    const outcome = await simulate(seed, place, { at })
    onOutcome(outcome)
    if (outcome.kills === 0) return
  }
}
