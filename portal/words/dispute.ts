import type { PooledBill } from '../../contracts/rules/pool.ts'
import { paise } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import { money } from '../show/money.ts'

/** An open dispute: what it holds back, and what stays payable. */
export const disputeWords = ({ dispute, heldBack, left }: PooledBill): Markup => {
  const named = html`<strong
    >${money(dispute?.amount ?? paise(0n))} of this bill is disputed</strong
  >`
  if (heldBack === 0n)
    return html`${named}, as a claim: it was paid already. The regulator has not decided yet.`
  const rest = left - heldBack
  const payable =
    rest > 0n ? html`${money(paise(rest))} stays payable as usual.` : html`The rest is paid.`
  return html`${named}. Until the regulator has decided, ${money(heldBack)} is held back: it is not
  due, and does not become overdue. ${payable}`
}
