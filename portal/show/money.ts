import { formatRupees } from '../../contracts/rules/money.ts'
import type { Paise } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** Money in ₹ with Indian grouping and always two decimals: ₹1,23,456.70, −₹90.00. */
export const money = (amount: Paise): Markup =>
  html`<span class="money">${formatRupees(amount)}</span>`
