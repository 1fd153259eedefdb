import { formatKWh, formatRegister } from '../../contracts/rules/energy.ts'
import { type Wh, wh } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** Energy in kWh, with the decimals it has: 244 kWh, 0.5 kWh. */
export const energy = (amount: Wh): Markup =>
  html`<span class="energy">${formatKWh(amount)} kWh</span>`

/** Energy as what it changes, with its sign: +40 kWh, −2,700 kWh. */
export const energyChange = (amount: bigint): Markup =>
  html`<span class="energy">${amount > 0n ? '+' : ''}${formatKWh(wh(amount))} kWh</span>`

/** What a meter's register shows, kWh, always with three decimals: 43,674.000. */
export const register = (reading: Wh): Markup =>
  html`<span class="energy">${formatRegister(reading)}</span>`
