import type { BankLine } from './bankLine.ts'
import type { Receipt } from './ledgerReceipts.ts'
import type { Payment } from './payment.ts'

/**
 * What became of some lines and payments. Every line, and every payment, is in exactly one finding.
 *
 * - matched: under one reference, and they come to the same.
 * - takenBack: the bank took the money back, and the ledger counts none of it.
 * - mismatch: under one reference, but they differ: in the amount; `returned` by the bank and still counted on the ledger;
 *   `reversed` on the ledger and still at the bank.
 * - bankOnly: the bank has it, the ledger not: paid, but shown as unpaid. `part` is the number to post it under.
 * - chainOnly: the ledger has it, the bank not.
 * - duplicate: the same line as another one, of which the ledger has one.
 * - aside: not compared, for a reason.
 */
export type Finding = {
  readonly lines: readonly BankLine[]
  readonly payments: readonly Payment[]
} & (
  | { readonly kind: 'matched' | 'takenBack' | 'chainOnly' }
  | { readonly kind: 'mismatch'; readonly why: 'amount' | 'returned' | 'reversed' }
  | { readonly kind: 'bankOnly'; readonly receipt: Receipt | undefined; readonly part: number }
  | { readonly kind: 'duplicate'; readonly of: BankLine }
  | { readonly kind: 'aside'; readonly why: Aside }
)

export type Kind = Finding['kind']

/** Why a line is not compared, then why a payment is not. */
export type Aside = 'debit' | 'ignored' | 'native' | 'reversed' | 'channel' | 'days'

/** Findings that a person has to look at: where there are any, bank and ledger do not agree. */
export const differences = ['bankOnly', 'chainOnly', 'mismatch', 'duplicate'] as const
export type Difference = (typeof differences)[number]
