import { wh } from '../../contracts/rules/units.ts'
import type { Cause, Rates } from '../derive/compareBills.ts'
import { html, type Markup } from '../markup.ts'
import { energy } from '../show/energy.ts'
import { load } from '../show/load.ts'
import { tariffLink } from '../show/tariff.ts'
import { listedMarkup } from './listed.ts'
import { t } from './t.ts'

/** Why a bill asks more or less than another, one reason. */
export const causeWords = ({ kind, by, rates }: Cause): Markup => {
  const change = by ?? 0n
  const direction = change < 0n ? 'less' : 'more'
  const size = change < 0n ? -change : change
  switch (kind) {
    case 'units':
      return t('cause.units', { energy: energy(wh(size)), direction })
    case 'days':
      return change === 0n
        ? t('cause.sameDays')
        : t('cause.days', { days: Number(size), direction })
    case 'rate':
      return rateWords(rates)
    case 'estimates':
    case 'rounding':
    case 'correction':
    case 'adjustment':
      return t(`cause.${kind}`)
    default:
      return kind satisfies never
  }
}

/** Which tariff in place of which, and which load; where both are the same, other terms (a cycle, a category's basis). */
const rateWords = (rates: Cause['rates']): Markup => {
  if (rates === null) return t('causes.terms')
  const { before, now } = rates
  const isSameTariff = before.tariffs.join() === now.tariffs.join()
  const isSameLoad = before.load === now.load
  const tariffs = () => t('causes.tariff', { now: tariffsOf(now), before: tariffsOf(before) })
  const loads = () => t('causes.load', { now: load(now.load), before: load(before.load) })
  if (isSameTariff) return isSameLoad ? t('causes.terms') : loads()
  return isSameLoad ? tariffs() : html`${tariffs()}; ${loads()}`
}

const tariffsOf = ({ tariffs }: Rates): Markup =>
  listedMarkup(tariffs.map((tariff) => tariffLink(tariff)))
