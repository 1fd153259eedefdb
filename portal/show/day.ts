import { dayWords, formatDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** A civil day: 1 Oct 2026. */
export const day = (number: DayNumber): Markup =>
  html`<time datetime="${formatDay(number)}">${dayWords(number)}</time>`
