import type { Markup } from '../markup.ts'
import type { CreditUse } from '../record/creditUse.ts'
import { arrearsLink, billLink } from '../show/account.ts'
import { money } from '../show/money.ts'
import { listedMarkup } from './listed.ts'
import { t } from './t.ts'

/** Where a credit went: "used by bill 12", "₹60.00 used by bill 5 and ₹40.00 by bill 6; ₹10.00 still to be used". */
export const creditUseWords = (
  { bills, rest }: CreditUse,
  code: string,
  word: 'bill' | 'session',
): Markup => {
  if (bills.length === 0) return t('money.notUsed', { word })
  const named = bills.map(({ number, amount }) => {
    const bill = number === 0 ? arrearsLink(code) : billLink(code, number, word)
    return bills.length === 1 && rest === 0n
      ? bill
      : t('money.amountOf', { bill, amount: money(amount) })
  })
  return rest > 0n
    ? t('money.usedByRest', { bills: listedMarkup(named), rest: money(rest) })
    : t('money.usedBy', { bills: listedMarkup(named) })
}
