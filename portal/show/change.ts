import { formatRupees } from '../../contracts/rules/money.ts'
import type { Paise } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** Money as what it changes, always with its sign: +₹90.00, −₹90.00; ₹0.00 where nothing changes. */
export const change = (amount: Paise): Markup =>
  html`<span class="money">${amount > 0n ? '+' : ''}${formatRupees(amount)}</span>`
