import { decimalText, NotDecimal, parseDecimal } from './decimal.ts'
import { type Paise, paise, type PerUnit } from './units.ts'

/** Rupees with Indian grouping and two decimals: ₹1,23,456.70, and −₹90.00 below zero. */
export const formatRupees = (amount: Paise): string => withRupee(decimalText(amount, 2, 2))

/** The same for a spreadsheet or a shell, which take it for a number: 123456.70, and -90.00 below zero. */
export const plainRupees = (amount: bigint): string => {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A rate in rupees, with at least two decimals and up to five: ₹5.70, ₹0.12345. */
export const formatRate = (rate: PerUnit): string => withRupee(decimalText(rate, 5, 2))

/** Reads rupees as people write them: "2000", "2,000.50", "₹ 500". Throws `NotAnAmount`, for fractions of a paisa too. */
export const parseRupees = (text: string): Paise => {
  try {
    return paise(parseDecimal(text.trim().replace(/^([-−]?)\s*₹\s*/, '$1'), 2))
  } catch (error) {
    throw error instanceof NotDecimal ? new NotAnAmount(text, error) : error
  }
}

const withRupee = (number: string): string =>
  number.startsWith('−') ? `−₹${number.slice(1)}` : `₹${number}`

export class NotAnAmount extends Error {
  override readonly name = 'NotAnAmount'
  readonly text: string
  constructor(text: string, cause: NotDecimal) {
    const reason = cause.reason.startsWith('it has more')
      ? 'it has a fraction of a paisa'
      : 'it is not a number'
    super(`"${text}" is no amount in rupees: ${reason}. Write it like 2000, 2,000.50 or ₹500.`, {
      cause,
    })
    this.text = text
  }
}
