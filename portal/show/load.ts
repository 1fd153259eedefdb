import { decimalText } from '../../contracts/rules/decimal.ts'
import type { Watt } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** A sanctioned load in kW: 2 kW, 0.5 kW. */
export const load = (watts: Watt): Markup =>
  html`<span class="nowrap">${decimalText(watts, 3, 0)} kW</span>`
