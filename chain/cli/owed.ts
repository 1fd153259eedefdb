import { formatRupees } from './quantities.ts'

/** A balance in words: "₹500.00 owed", "nothing owed", "₹20.00 in credit". */
export function owed(balance: bigint): string {
  if (balance > 0n) return `${formatRupees(balance)} owed`
  return balance === 0n ? 'nothing owed' : `${formatRupees(-balance)} in credit`
}
