import type { PooledBill } from '../../contracts/rules/pool.ts'
import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { StandingBill } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'

/** How a bill stands, as a label: its payment status, and the marks beside it. `asks` is without refunds. */
export const statusTag = (bill: PooledBill, asks: Paise = bill.asks): Markup => {
  const isDisputed = bill.dispute !== null && bill.dispute.outcome === null
  const label = asks < 0n ? 'credit' : bill.status
  return html`<span class="tag ${label.replace(' ', '-')}">${label}</span
    >${isDisputed ? html` <span class="tag disputed">disputed</span>` : nothing}${bill.isRevised ? html` <span class="tag">corrected</span>` : nothing}`
}

/** How a bill stands, as a sentence: what is left of it and until when; of a credit, where it went. */
export const billStatus = (bill: StandingBill, dueDay: DayNumber, use: Markup): Markup => {
  const { standing, asks } = bill
  const unpaid = bill.sums.filter(({ left, heldBack }) => left > heldBack)
  const [open] = unpaid
  const payable = paise(standing.left - standing.heldBack)
  const isOneSum = unpaid.length === 1
  const words =
    asks < 0n
      ? html`It asks for nothing: it is a credit, ${use}.`
      : said(bill, payable, open?.dueDay ?? dueDay, isOneSum)
  return html`${statusTag(standing, asks)} ${words}`
}

const said = (
  { standing, asks, sums }: StandingBill,
  payable: Paise,
  due: DayNumber,
  isOneSum: boolean,
): Markup => {
  if (standing.left > 0n && payable === 0n)
    return html`${money(standing.left)} left, all of it held back while it is disputed.`
  switch (standing.status) {
    case 'settled':
      return asks === 0n ? html`Nothing to pay.` : html`Paid in full, nothing left.`
    case 'overdue':
      return html`${money(payable)} left; ${isOneSum ? 'it' : 'the first of it'} was due on
      ${day(due)}.`
    case 'part paid':
      return html`${money(payable)} left, ${isOneSum ? '' : 'the next of it '}due ${day(due)}.`
    case 'issued':
    default:
      return isOneSum
        ? html`${standing.heldBack > 0n ? html`${money(payable)} to pay` : 'To pay'} by ${day(due)}.`
        : html`To pay in ${sums.filter(({ left }) => left > 0n).length} sums, the first by
          ${day(due)}.`
  }
}
