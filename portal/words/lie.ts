import type { Lie } from '../derive/deriveRevisions.ts'
import { html, type Markup } from '../markup.ts'
import { billLink } from '../show/account.ts'
import { register } from '../show/energy.ts'

/** Where a correction claims what was not so, in a sentence with both values. */
export const lieWords = (lie: Lie, code: string): Markup => {
  switch (lie.kind) {
    case 'estimate':
      return html`it corrects an estimate, and estimates are only replaced by real readings`
    case 'start':
      return html`it counts from register ${register(lie.named)}, but the reading before stands at
      ${register(lie.recorded)}`
    case 'end': {
      const next = lie.bill === null ? html`the meter’s read-out` : billLink(code, lie.bill)
      return html`it ends at register ${register(lie.named)}, but ${next} counts from
      ${register(lie.recorded)}`
    }
    default:
      return lie satisfies never
  }
}
