import type { Hex } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'

/** Whose entry it is: a consumer's account, a category's tariffs, or the ledger's own (roles, closings, sweeps). */
export type Whose =
  | { readonly kind: 'account'; readonly code: string }
  | { readonly kind: 'category'; readonly category: number }
  | { readonly kind: 'ledger' }

/** Accounts up to 65,535 are no consumer's: 0 is the ledger, the others are categories. */
export const whose = (account: Hex): Whose => {
  const number = BigInt(account)
  if (number === 0n) return { kind: 'ledger' }
  if (number <= 65_535n) return { kind: 'category', category: Number(number) }
  return { kind: 'account', code: codeOf(account) }
}
