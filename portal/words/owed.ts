import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { History } from '../record/history.ts'
import { day } from '../show/day.ts'
import { money } from '../show/money.ts'
import { t } from './t.ts'

type Owed = Pick<History, 'balance' | 'due' | 'heldBack'>

/** The sum at the head of an account: what is to be paid, without what a dispute holds back; or a credit. */
export const owedSum = ({ balance, due, heldBack }: Owed): Paise => {
  if (balance < 0n) return paise(0n - balance)
  return due.length === 0 ? balance : paise(balance - heldBack)
}

/** What that sum is: to pay, and until when; overdue; a credit; or nothing. And what is held back beside it. */
export const owedWords = ({ balance, due, heldBack }: Owed): Markup => {
  if (balance === 0n) return t('owed.nothing')
  if (balance < 0n) return t('owed.credit')
  if (due.length === 0) return t('owed.held')
  const what = dueWords(due)
  return heldBack === 0n
    ? t('owed.stop', { what })
    : t('owed.andHeld', { what, held: money(heldBack) })
}

type Due = { readonly day: DayNumber; readonly left: Paise; readonly isOverdue: boolean }

const dueWords = (due: readonly Due[]): Markup => {
  const overdue = due.filter(({ isOverdue }) => isOverdue)
  const [first] = overdue
  if (first === undefined) return toPay(due, true)
  const tag = html`<span class="tag overdue">${t('status.overdue')}</span>`
  const was = t(overdue.length > 1 ? 'owed.firstWasDue' : 'owed.wasDue', {
    tag,
    sum: sum(overdue),
    day: day(first.day),
  })
  const later = due.filter(({ isOverdue }) => !isOverdue)
  return later.length === 0 ? was : t('owed.andLater', { overdue: was, later: toPay(later, false) })
}

const toPay = (due: readonly Due[], isWhole: boolean): Markup => {
  const [next] = due
  if (next === undefined) return nothing
  const sameDay = due.filter((each) => each.day === next.day)
  if (sameDay.length < due.length)
    return t('owed.sumByRestLater', { sum: sum(sameDay), day: day(next.day) })
  return isWhole
    ? t('owed.payBy', { day: day(next.day) })
    : t('owed.sumBy', { sum: sum(due), day: day(next.day) })
}

const sum = (due: readonly Due[]): Markup =>
  money(paise(due.reduce((total, { left }) => total + left, 0n)))
