import type { Terms } from '../../contracts/rules/terms.ts'
import type { Agreement } from '../account/agreements.ts'
import { html, type Markup } from '../markup.ts'
import { load } from '../show/load.ts'
import { categoryLink } from '../show/whose.ts'
import { cycleWords } from './cycle.ts'
import { listedMarkup } from './listed.ts'
import { t } from './t.ts'

/** Terms in one line: 2 kW, category 2, billed monthly, 15 days to pay. */
export const termsWords = (terms: Omit<Terms, 'consumerKey'>): Markup =>
  t('terms.all', {
    load: load(terms.load),
    category: categoryLink(terms.category),
    cycle: cycleWords(terms.cycle),
    payable: payableWords(terms),
  })

const payableWords = ({ instalments, daysToPay: days }: Omit<Terms, 'consumerKey'>): Markup =>
  instalments === 1
    ? t('terms.payable', { days })
    : t('terms.payableInParts', { days, instalments })

/** What terms change against those before them. */
export const changesWords = (now: Terms, before: Terms): Markup => {
  const changes = [
    ...(now.load === before.load
      ? []
      : [t('terms.becomes', { before: load(before.load), now: load(now.load) })]),
    ...(now.category === before.category
      ? []
      : [
          t('terms.becomes', {
            before: categoryLink(before.category),
            now: categoryLink(now.category),
          }),
        ]),
    ...(now.cycle === before.cycle
      ? []
      : [t('terms.instead', { now: cycleWords(now.cycle), before: cycleWords(before.cycle) })]),
    ...(now.instalments === before.instalments
      ? []
      : [t('terms.instalments', { now: now.instalments, before: before.instalments })]),
    ...(now.daysToPay === before.daysToPay
      ? []
      : [t('terms.days', { now: now.daysToPay, before: before.daysToPay })]),
    ...(now.consumerKey === before.consumerKey ? [] : [t('terms.newKey')]),
  ]
  return changes.length === 0 ? t('terms.onlyDay') : listedMarkup(changes)
}

/** What became of a proposal, as a label. */
export const agreementTag = ({ state }: Agreement): Markup => {
  const kind = { 'in force': 'settled', waiting: 'part-paid' }[state as string] ?? ''
  return html`<span class="tag ${kind}">${t(states[state])}</span>`
}

const states = {
  'in force': 'terms.inForce',
  waiting: 'terms.waiting',
  past: 'terms.past',
  'to come': 'terms.toCome',
  replaced: 'terms.replaced',
  ended: 'terms.ended',
} as const
