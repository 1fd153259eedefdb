import { groupIndian } from '../../contracts/rules/decimal.ts'

/** A whole number with Indian grouping: 12,34,567. */
export const count = (value: number | bigint): string =>
  value >= 0 && Number.isInteger(Number(value)) ? groupIndian(String(value)) : grouped.format(value)

/** What is below zero, or no whole number after all. */
const grouped = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 })
