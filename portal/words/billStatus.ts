import type { PooledBill } from '../../contracts/rules/pool.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'

/** How a bill stands, as a label: its payment status, and the marks beside it. */
export const statusTag = (bill: PooledBill): Markup => {
  const isDisputed = bill.dispute !== null && bill.dispute.outcome === null
  const label = bill.asks < 0n ? 'credit' : bill.status
  return html`<span class="tag ${label.replace(' ', '-')}">${label}</span
    >${isDisputed ? html` <span class="tag disputed">disputed</span>` : nothing}${bill.isRevised ? html` <span class="tag">revised</span>` : nothing}`
}

/** How a bill stands, as a sentence: what is left of it and until when. */
export const billStatus = (bill: PooledBill, dueDay: DayNumber): Markup => {
  const open = bill.sums.find(({ left }) => left > 0n)
  const due = open === undefined ? dueDay : open.dueDay
  return html`${statusTag(bill)} ${said(bill, due)}`
}

const said = (bill: PooledBill, due: DayNumber): Markup => {
  if (bill.asks < 0n) return html`It is a credit, which paid other bills.`
  switch (bill.status) {
    case 'settled':
      return html`Paid in full, nothing left.`
    case 'overdue':
      return html`${money(bill.left)} left; it was due on ${day(due)}.`
    case 'part paid':
      return html`${money(bill.left)} left, due ${day(due)}.`
    case 'issued':
    default:
      return html`To pay by ${day(due)}.`
  }
}
