import type { DueSum } from '../record/history.ts'
import type { BillSum } from '../record/refunds.ts'
import { html, type Markup } from '../markup.ts'
import { money } from '../show/money.ts'
import { plain, t } from './t.ts'

/** Which of a bill's sums: instalment 2 of 3, or one that was added later. */
export const sumName = (sum: BillSum, of: number): string => {
  if (sum.isRefund) return plain('sum.paidBack')
  if (sum.kind === 'increase') return plain('sum.added')
  return of === 1 ? plain('sum.bill') : plain('sum.instalment', { number: sum.number, of })
}

/** The same where sums of several bills stand together. */
export const instalmentWords = ({ instalment, isRefund }: DueSum): string => {
  if (isRefund) return `, ${plain('sum.paidBack')}`
  return instalment === null ? '' : `, ${plain('sum.instalment', { ...instalment })}`
}

/** How a sum stands: a label, and what of it is held back. */
export const sumState = ({ left, heldBack, isOverdue }: BillSum): Markup => {
  if (left === 0n) return html`<span class="tag settled">${t('status.paid')}</span>`
  if (heldBack === left) return html`<span class="tag disputed">${t('status.heldBack')}</span>`
  const tag = isOverdue
    ? html`<span class="tag overdue">${t('status.overdue')}</span>`
    : html`<span class="tag">${t('status.toPay')}</span>`
  return heldBack > 0n ? t('status.ofItHeldBack', { tag, amount: money(heldBack) }) : tag
}
