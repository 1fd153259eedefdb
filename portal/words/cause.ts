import { wh } from '../../contracts/rules/units.ts'
import type { Cause } from '../derive/compareBills.ts'
import { html, type Markup } from '../markup.ts'
import { energy } from '../show/energy.ts'

/** Why a bill asks more or less than another, one reason. */
export const causeWords = ({ kind, by }: Cause): Markup => {
  switch (kind) {
    case 'units': {
      const units = by ?? 0n
      return html`${energy(wh(units < 0n ? -units : units))} ${units < 0n ? 'less' : 'more'} used`
    }
    case 'days': {
      const days = by ?? 0n
      const size = days < 0n ? -days : days
      if (days === 0n) return html`as many days, counted as another part of the month`
      return html`${size} ${size === 1n ? 'day' : 'days'} ${days < 0n ? 'fewer' : 'more'}`
    }
    case 'rate':
      return html`other rates or terms`
    case 'estimates':
      return html`what estimates had charged already`
    case 'rounding':
      return html`rounding`
    case 'correction':
      return html`corrections`
    case 'adjustment':
      return html`sums added later`
    default:
      return kind satisfies never
  }
}
