import { paise, wh } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import type { StandingBill } from '../record/history.ts'
import { billLink } from '../show/account.ts'
import { energy } from '../show/energy.ts'
import { money } from '../show/money.ts'
import { whose } from '../record/whose.ts'

/** A bill beside the one before it, in one sentence. */
export const comparison = (bill: StandingBill, previous: StandingBill): Markup => {
  const [now, then] = [asItIs(bill), asItIs(previous)]
  const more = now.amount - then.amount
  const units = now.wh - then.wh
  const owner = whose(bill.issued.account)
  const { number } = previous.issued.fields
  const before = owner.kind === 'account' ? billLink(owner.code, number) : html`bill ${number}`
  const amount =
    more === 0n
      ? html`As much as`
      : html`${money(paise(more < 0n ? -more : more))} ${more < 0n ? 'less' : 'more'} than`
  const used =
    units === 0n
      ? html`for as many units`
      : html`for ${energy(wh(units < 0n ? -units : units))} ${units < 0n ? 'less' : 'more'}`
  return html`${amount} ${before}, ${used}.`
}

/** Units and amount, corrected where they were. */
const asItIs = ({ issued, reading, revisions }: StandingBill) =>
  revisions.at(-1)?.after ?? { amount: issued.fields.amount, wh: reading.fields.wh }
