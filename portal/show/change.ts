import { formatRate, formatRupees } from '../../contracts/rules/money.ts'
import type { Paise, PerUnit } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** Money as what it changes, always with its sign: +₹90.00, −₹90.00; ₹0.00 where nothing changes. */
export const change = (amount: Paise): Markup =>
  html`<span class="money">${amount > 0n ? '+' : ''}${formatRupees(amount)}</span>`

/** A rate per kWh as what it changes: +₹0.35. */
export const rateChange = (value: PerUnit): Markup =>
  html`<span class="money">${value > 0n ? '+' : ''}${formatRate(value)}</span>`
