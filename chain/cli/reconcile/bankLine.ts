import type { DayNumber, Paise } from '../../../contracts/rules/units.ts'
import type { Channel } from '../receiptReference.ts'

/** One movement of money in a bank's statement. */
export type BankLine = {
  /** Which of the files it stands in, from 0, and in which line there, the first being 1. */
  readonly file: number
  readonly line: number
  /** On which the bank booked it. */
  readonly day: DayNumber
  /** Always above zero; `isCredit` says which way it went. */
  readonly amount: Paise
  readonly isCredit: boolean
  /** Bank references that the line names, the likeliest first; none where the bank gave none. */
  readonly references: readonly string[]
  readonly channel: Channel
  /** What the bank wrote about it. */
  readonly text: string
  /** Code of the account that the bank's text names, as far as its check symbol is right. */
  readonly account: string | undefined
}

/** What was read of a bank's file. */
export type BankFile = {
  readonly path: string
  /** In words: "HDFC Bank statement", "camt.053". */
  readonly format: string
  readonly lines: readonly BankLine[]
  /** Rows without day and money (headings, footers) or not booked: in words, each with its line. */
  readonly leftOut: readonly { readonly line: number; readonly why: string }[]
}
