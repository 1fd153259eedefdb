import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import type { History } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'
import { paise } from '../../contracts/rules/units.ts'

/** What the sum at the head of an account is: to pay, and until when; overdue; a credit; or nothing. */
export const owedWords = (balance: Paise, due: History['due']): Markup => {
  if (balance === 0n) return html`Nothing to pay.`
  if (balance < 0n) return html`Credit: it pays the next bills.`
  const overdue = due.filter(({ isOverdue }) => isOverdue)
  const [first] = overdue
  if (first !== undefined)
    return html`<span class="tag overdue">overdue</span> ${sum(overdue)} was due
      ${overdue.length > 1 ? 'and was not paid, the first of it ' : ''}on
      ${day(first.day)}${rest(due)}.`
  const [next] = due
  if (next === undefined) return html`Owed; nothing of it is due while it is disputed.`
  const sameDay = due.filter((each) => each.day === next.day)
  return sameDay.length === due.length
    ? html`To pay by ${day(next.day)}.`
    : html`${sum(sameDay)} to pay by ${day(next.day)}, the rest later.`
}

type Due = { readonly day: DayNumber; readonly left: Paise; readonly isOverdue: boolean }

const sum = (due: readonly Due[]): Markup =>
  money(paise(due.reduce((total, { left }) => total + left, 0n)))

const rest = (due: readonly Due[]): Markup => {
  const later = due.filter(({ isOverdue }) => !isOverdue)
  const [next] = later
  return next === undefined ? html`` : html`; ${sum(later)} to pay by ${day(next.day)}`
}
