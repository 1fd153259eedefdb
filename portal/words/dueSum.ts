import type { PooledSum } from '../../contracts/rules/pool.ts'
import type { DueSum } from '../record/history.ts'
import { html, type Markup } from '../markup.ts'
import { money } from '../show/money.ts'

/** Which of a bill's sums: instalment 2 of 3, or one that was added later. */
export const sumName = (sum: PooledSum, of: number): string => {
  if (sum.kind === 'increase') return 'added later'
  return of === 1 ? 'the bill' : `instalment ${sum.number} of ${of}`
}

/** The same where sums of several bills stand together. */
export const instalmentWords = ({ instalment }: DueSum): string =>
  instalment === null ? '' : `, instalment ${instalment.number} of ${instalment.of}`

/** How a sum stands: a label, and what of it is held back. */
export const sumState = ({ left, heldBack, isOverdue }: PooledSum): Markup => {
  if (left === 0n) return html`<span class="tag settled">paid</span>`
  if (heldBack === left) return html`<span class="tag disputed">held back</span>`
  const tag = isOverdue
    ? html`<span class="tag overdue">overdue</span>`
    : html`<span class="tag">to pay</span>`
  return heldBack > 0n
    ? html`${tag} <span class="soft">${money(heldBack)} of it held back</span>`
    : tag
}
