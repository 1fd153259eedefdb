import type { PooledBill } from '../../contracts/rules/pool.ts'
import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { StandingBill } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'
import { t } from './t.ts'

/** How a bill stands, as a label: its payment status, and the marks beside it. `asks` is without refunds. */
export const statusTag = (bill: PooledBill, asks: Paise = bill.asks): Markup => {
  const isDisputed = bill.dispute !== null && bill.dispute.outcome === null
  const label = asks < 0n ? 'credit' : bill.status
  return html`<span class="tag ${label.replace(' ', '-')}">${t(labels[label])}</span
    >${isDisputed ? html` <span class="tag disputed">${t('status.disputed')}</span>` : nothing}${bill.isRevised ? html` <span class="tag">${t('status.corrected')}</span>` : nothing}`
}

const labels = {
  credit: 'status.credit',
  settled: 'status.settled',
  overdue: 'status.overdue',
  'part paid': 'status.partPaid',
  issued: 'status.issued',
} as const

/** How a bill stands, as a sentence: what is left of it and until when; of a credit, where it went. */
export const billStatus = (bill: StandingBill, dueDay: DayNumber, use: Markup): Markup => {
  const { standing, asks } = bill
  const unpaid = bill.sums.filter(({ left, heldBack }) => left > heldBack)
  const [open] = unpaid
  const payable = paise(standing.left - standing.heldBack)
  const isOneSum = unpaid.length === 1
  const words =
    asks < 0n
      ? t('status.asksNothing', { use })
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
    return t('status.allHeldBack', { left: money(standing.left) })
  const left = money(payable)
  switch (standing.status) {
    case 'settled':
      return asks === 0n ? t('status.nothing') : t('status.full')
    case 'overdue':
      return t(isOneSum ? 'status.wasDue' : 'status.firstWasDue', { left, day: day(due) })
    case 'part paid':
      return t(isOneSum ? 'status.leftDue' : 'status.leftNextDue', { left, day: day(due) })
    case 'issued':
    default:
      if (!isOneSum)
        return t('status.sums', {
          sums: sums.filter(({ left }) => left > 0n).length,
          day: day(due),
        })
      return standing.heldBack > 0n
        ? t('status.sumBy', { sum: left, day: day(due) })
        : t('status.payBy', { day: day(due) })
  }
}
