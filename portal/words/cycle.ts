import { plain } from './t.ts'

const cycles = {
  0: 'terms.session',
  1: 'terms.monthly',
  3: 'terms.quarterly',
  6: 'terms.halfYearly',
  12: 'terms.yearly',
} as const

/** How often an account is billed, by the months of its cycle. */
export const cycleWords = (cycle: number): string =>
  isNamed(cycle) ? plain(cycles[cycle]) : plain('terms.months', { months: cycle })

const isNamed = (cycle: number): cycle is keyof typeof cycles => Object.hasOwn(cycles, cycle)
