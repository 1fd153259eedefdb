import { formatDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { remember } from '../language/remember.ts'
import { html, type Markup } from '../markup.ts'
import { dayName } from '../words/dayName.ts'

/** A civil day: 1 Oct 2026. */
export const day = remember(
  (number: DayNumber): Markup =>
    html`<time datetime="${formatDay(number)}">${dayName(number)}</time>`,
)
