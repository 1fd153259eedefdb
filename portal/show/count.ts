/** A whole number with Indian grouping: 12,34,567. */
export const count = (value: number | bigint): string => grouped.format(value)

/** How numbers are grouped in every language. */
export const grouped = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 })
