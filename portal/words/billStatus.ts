import type { PooledBill } from '../../contracts/rules/pool.ts'
import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'

/** How a bill stands, as a label: its payment status, and the marks beside it. */
export const statusTag = (bill: PooledBill): Markup => {
  const isDisputed = bill.dispute !== null && bill.dispute.outcome === null
  const label = bill.asks < 0n ? 'credit' : bill.status
  return html`<span class="tag ${label.replace(' ', '-')}">${label}</span
    >${isDisputed ? html` <span class="tag disputed">disputed</span>` : nothing}${bill.isRevised ? html` <span class="tag">corrected</span>` : nothing}`
}

/** How a bill stands, as a sentence: what is left of it and until when. */
export const billStatus = (bill: PooledBill, dueDay: DayNumber): Markup => {
  const unpaid = bill.sums.filter(({ left, heldBack }) => left > heldBack)
  const [open] = unpaid
  const payable = paise(bill.left - bill.heldBack)
  return html`${statusTag(bill)} ${said(bill, payable, open?.dueDay ?? dueDay, unpaid.length === 1)}`
}

const said = (bill: PooledBill, payable: Paise, due: DayNumber, isOneSum: boolean): Markup => {
  if (bill.asks < 0n) return html`It is a credit, which pays other bills.`
  if (bill.left > 0n && payable === 0n)
    return html`${money(bill.left)} left, all of it held back while it is disputed.`
  switch (bill.status) {
    case 'settled':
      return bill.asks === 0n ? html`Nothing to pay.` : html`Paid in full, nothing left.`
    case 'overdue':
      return html`${money(payable)} left; ${isOneSum ? 'it' : 'the first of it'} was due on
      ${day(due)}.`
    case 'part paid':
      return html`${money(payable)} left, ${isOneSum ? '' : 'the next of it '}due ${day(due)}.`
    case 'issued':
    default:
      return isOneSum
        ? html`To pay by ${day(due)}.`
        : html`To pay in ${bill.sums.length} sums, the first by ${day(due)}.`
  }
}
