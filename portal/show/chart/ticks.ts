/** Steps between the lines across a chart, at most. */
const MOST = 4n

/**
 * Round numbers (1, 2 or 5 of a power of ten, times `unit`) from at or below the least value, and 0, to at or above the
 * most, at even steps, `lines` at most, the lowest first.
 */
export const ticksFor = (values: readonly bigint[], unit: bigint, lines = MOST): bigint[] => {
  let [least, most] = [0n, 0n]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  let [step, place] = [unit, 0]
  while (most - least > step * lines) {
    step = place % 3 === 1 ? (step * 5n) / 2n : step * 2n
    place++
  }
  const lowest = least < 0n ? -((step - 1n - least) / step) : 0n
  const highest = most <= 0n && least < 0n ? 0n : (most + step - 1n) / step
  const ticks: bigint[] = []
  for (let at = lowest; at <= (highest > lowest ? highest : lowest + 1n); at++)
    ticks.push(at * step)
  return ticks
}
