/** A whole number with Indian grouping: 12,34,567. */
export const count = (value: number | bigint): string =>
  Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : grouped.format(value)

/** How numbers are grouped in every language. */
export const grouped = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 })
