import type { Terms } from '../../contracts/rules/terms.ts'
import type { Agreement } from '../account/agreements.ts'
import { html, type Markup } from '../markup.ts'
import { load } from '../show/load.ts'
import { categoryLink } from '../show/whose.ts'
import { cycleWords } from './cycle.ts'
import { listedMarkup } from './listed.ts'

/** Terms in one line: 2 kW, category 2, billed monthly, 15 days to pay. */
export const termsWords = (terms: Omit<Terms, 'consumerKey'>): Markup =>
  html`${load(terms.load)}, ${categoryLink(terms.category)}, ${cycleWords(terms.cycle)},
  ${payableWords(terms)}`

const payableWords = ({ instalments, daysToPay }: Pick<Terms, 'instalments' | 'daysToPay'>) =>
  `${timeToPay(daysToPay)}${instalments === 1 ? '' : ` the first of ${instalments} instalments`}`

const timeToPay = (days: number): string => {
  if (days === 0) return 'to pay at once'
  return days === 1 ? '1 day to pay' : `${days} days to pay`
}

/** What terms change against those before them. */
export const changesWords = (now: Terms, before: Terms): Markup => {
  const changes = [
    ...(now.load === before.load ? [] : [html`${load(before.load)} becomes ${load(now.load)}`]),
    ...(now.category === before.category
      ? []
      : [html`${categoryLink(before.category)} becomes ${categoryLink(now.category)}`]),
    ...(now.cycle === before.cycle
      ? []
      : [html`${cycleWords(now.cycle)} instead of ${cycleWords(before.cycle)}`]),
    ...(now.instalments === before.instalments
      ? []
      : [html`${now.instalments} instead of ${before.instalments} instalments`]),
    ...(now.daysToPay === before.daysToPay
      ? []
      : [html`${now.daysToPay} instead of ${before.daysToPay} days to pay`]),
    ...(now.consumerKey === before.consumerKey ? [] : [html`a new key for the consumer`]),
  ]
  return changes.length === 0 ? html`nothing but the first day` : listedMarkup(changes)
}

/** What became of a proposal, as a label. */
export const agreementTag = ({ state }: Agreement): Markup => {
  const kind = { 'in force': 'settled', waiting: 'part-paid' }[state as string] ?? ''
  return html`<span class="tag ${kind}"
    >${state === 'waiting' ? 'waits for acceptance' : state}</span
  >`
}
