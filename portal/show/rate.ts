import { formatRate } from '../../contracts/rules/money.ts'
import type { PerUnit } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** A rate per kWh, two decimals or as many as it has: ₹5.70, ₹0.31525. */
export const rate = (value: PerUnit): Markup =>
  html`<span class="money">${formatRate(value)}</span>`
