import { NotDecimal, parseDecimal } from '../../../contracts/rules/decimal.ts'
import { type Paise, paise } from '../../../contracts/rules/units.ts'
import { BadInput } from '../exit.ts'

const MOST = 10n ** 15n

/**
 * Rupees as banks write them, in paise: "1,23,456.70", "₹ 500", "INR 500.00", "500.00 CR". Empty, "-" and zero are 0.
 * The word after it is given back, since some banks tell credit from debit by it. Throws `BadInput`.
 */
export function parseBankAmount(text: string): { amount: Paise; word: string } {
  const bare = text.replace(/^(?:₹|rs\.?|inr)\s*/i, '').trim()
  const [, number = '', word = ''] = /^(.*?)\s*\(?\b(cr|dr)\.?\)?$/i.exec(bare) ?? [undefined, bare]
  if (/^-?$/.test(number)) return { amount: paise(0n), word: word.toLowerCase() }
  try {
    const amount = parseDecimal(number, 2)
    if (amount > MOST || amount < -MOST) throw new BadInput(`"${text}" is more than a bank moves.`)
    return { amount: paise(amount), word: word.toLowerCase() }
  } catch (cause) {
    if (!(cause instanceof NotDecimal)) throw cause
    throw new BadInput(`"${text}" is no amount in rupees: ${cause.reason}.`, { cause })
  }
}
