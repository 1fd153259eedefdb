import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { History } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'

type Owed = Pick<History, 'balance' | 'due' | 'heldBack'>

/** The sum at the head of an account: what is to be paid, without what a dispute holds back; or a credit. */
export const owedSum = ({ balance, due, heldBack }: Owed): Paise => {
  if (balance < 0n) return paise(0n - balance)
  return due.length === 0 ? balance : paise(balance - heldBack)
}

/** What that sum is: to pay, and until when; overdue; a credit; or nothing. And what is held back beside it. */
export const owedWords = ({ balance, due, heldBack }: Owed): Markup => {
  if (balance === 0n) return html`Nothing to pay.`
  if (balance < 0n) return html`Credit: it pays the next bills.`
  if (due.length === 0) return html`Held back while disputed: nothing of it is due.`
  const held = heldBack === 0n ? nothing : html`; ${money(heldBack)} held back while disputed`
  const overdue = due.filter(({ isOverdue }) => isOverdue)
  const [first] = overdue
  if (first === undefined) return html`${toPay(due, true)}${held}.`
  const later = due.filter(({ isOverdue }) => !isOverdue)
  return html`<span class="tag overdue">overdue</span> ${sum(overdue)} was due
    ${overdue.length > 1 ? 'and was not paid, the first of it ' : ''}on
    ${day(first.day)}${later.length === 0 ? nothing : html`; ${toPay(later, false)}`}${held}.`
}

type Due = { readonly day: DayNumber; readonly left: Paise; readonly isOverdue: boolean }

const toPay = (due: readonly Due[], isWhole: boolean): Markup => {
  const [next] = due
  if (next === undefined) return nothing
  const sameDay = due.filter((each) => each.day === next.day)
  if (sameDay.length < due.length)
    return html`${sum(sameDay)} to pay by ${day(next.day)}, the rest later`
  return isWhole ? html`To pay by ${day(next.day)}` : html`${sum(due)} to pay by ${day(next.day)}`
}

const sum = (due: readonly Due[]): Markup =>
  money(paise(due.reduce((total, { left }) => total + left, 0n)))
