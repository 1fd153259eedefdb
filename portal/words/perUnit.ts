import { divideRounded } from '../../contracts/rules/rounding.ts'
import { formatRupees } from '../../contracts/rules/money.ts'
import { type Paise, paise, type Wh } from '../../contracts/rules/units.ts'

/** What a kWh came to, everything included, to a paisa: ₹8.93. */
export const perUnitWords = (amount: Paise, used: Wh): string =>
  formatRupees(paise(divideRounded(amount * 1000n, used)))
