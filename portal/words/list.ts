import { energyChange } from '../show/energy.ts'
import { billLink } from '../show/account.ts'
import { html, type Markup } from '../markup.ts'
import type { EstimateNote } from '../ledger/estimates.ts'
import type { List } from '../ledger/lists.ts'
import { energy } from '../show/energy.ts'
import { kindWords } from './eventWords.ts'

const named: Readonly<Record<string, string>> = {
  revision: 'Corrections of readings',
  adjustment: 'Adjustments',
  dispute: 'Disputes',
  payment_reversal: 'Payments taken back',
  manual: 'Readings entered by hand',
  estimated: 'Estimates',
  final: 'Final readings',
  'estimated-again': 'Estimates that followed another estimate',
  'estimated-again-corrected':
    'Estimates that followed another, and were later corrected by a reading',
}

/** What a list of the ledger is called. */
export const listWords = ({ id, kind }: List): string => named[id] ?? kindWords(kind)

/** What the entries are counted among, in the plural. */
export const amongWords = (among: string): string =>
  ({ reading: 'readings', bill: 'bills', payment: 'payments' })[among] ?? among

/** A rate in per cent with one decimal, by whole numbers: 12 of 240 is "5.0%". */
export const share = (part: number, whole: number): string => {
  const tenths = Math.round((part * 1000) / whole)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

/** What followed or went before an estimate, and whether it departs from the rule. */
export const estimateNote = ({ check, follows, correctedBy }: EstimateNote, code: string): Markup =>
  html`${follows === null ? '' : html`It followed the estimate of ${billLink(code, follows)}. `}${
    check?.state === 'departs'
      ? html`<strong>It departs from the rule</strong>, which gives ${energy(check.expected)}. `
      : check?.state === 'groundless'
        ? html`<strong>There was no real reading to estimate from.</strong> `
        : ''
  }${
    correctedBy === null
      ? 'No real reading has come since.'
      : html`Corrected by the reading of ${billLink(code, correctedBy.bill)}:
        ${energyChange(correctedBy.more)} beyond what was estimated.`
  }`
