/** dividend / divisor rounded to a whole number, half away from zero; the divisor is above zero. */
export const divideRounded = (dividend: bigint, divisor: bigint): bigint =>
  (2n * dividend + (dividend < 0n ? -divisor : divisor)) / (2n * divisor)

/** The multiple of `unit` nearest to `value`, half away from zero. */
export const roundTo = (value: bigint, unit: bigint): bigint => divideRounded(value, unit) * unit
