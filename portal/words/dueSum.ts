import type { DueSum } from '../record/history.ts'
import type { BillSum } from '../record/refunds.ts'
import { html, type Markup } from '../markup.ts'
import { money } from '../show/money.ts'

/** Which of a bill's sums: instalment 2 of 3, or one that was added later. */
export const sumName = (sum: BillSum, of: number): string => {
  if (sum.isRefund) return 'paid back too much'
  if (sum.kind === 'increase') return 'added later'
  return of === 1 ? 'the bill' : `instalment ${sum.number} of ${of}`
}

/** The same where sums of several bills stand together. */
export const instalmentWords = ({ instalment, isRefund }: DueSum): string =>
  isRefund
    ? ', paid back too much'
    : instalment === null
      ? ''
      : `, instalment ${instalment.number} of ${instalment.of}`

/** How a sum stands: a label, and what of it is held back. */
export const sumState = ({ left, heldBack, isOverdue }: BillSum): Markup => {
  if (left === 0n) return html`<span class="tag settled">paid</span>`
  if (heldBack === left) return html`<span class="tag disputed">held back</span>`
  const tag = isOverdue
    ? html`<span class="tag overdue">overdue</span>`
    : html`<span class="tag">to pay</span>`
  return heldBack > 0n
    ? html`${tag} <span class="soft">${money(heldBack)} of it held back</span>`
    : tag
}
