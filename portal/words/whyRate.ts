import type { Charge } from '../../contracts/rules/charge.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { type Wh, wh } from '../../contracts/rules/units.ts'
import type { WhyRate } from '../bill/whyRate.ts'
import { type Markup, nothing } from '../markup.ts'
import { day } from '../show/day.ts'
import { energy } from '../show/energy.ts'
import { shortHash } from '../show/hash.ts'
import { tariffLink } from '../show/tariff.ts'
import { entryLink } from '../show/transaction.ts'
import { categoryLink } from '../show/whose.ts'
import { t } from './t.ts'

/** Why this tariff: since when it is in force, by which order, and when the next one starts. */
export const whyWords = ({ tariff }: Charge, why: WhyRate | null): Markup => {
  const named = { tariff: tariffLink(tariff.tariff), category: categoryLink(tariff.category) }
  if (why === null) return t('tariffWords.why', named)
  const { rate, next } = why
  const entry = entryLink(rate.entry)
  const order = hasOrder(tariff)
    ? t('tariffWords.order', { hash: shortHash(tariff.orderHash), entry })
    : t('tariffWords.noOrder', { entry })
  const later =
    next === null
      ? t('tariffWords.noNext')
      : t('tariffWords.nextStarts', {
          tariff: tariffLink(next.tariff.tariff),
          day: day(next.tariff.effectiveFrom),
        })
  return t('tariffWords.whySince', { ...named, day: day(tariff.effectiveFrom), order, later })
}

/** Whether the hash of a tariff order was recorded with it; the ledger does not ask for one. */
export const hasOrder = ({ orderHash }: Pick<Tariff, 'orderHash'>): boolean =>
  BigInt(orderHash) !== 0n

/** How a bill's units were shared out by days where its tariff or its terms changed. */
export const shareWords = ({ part }: Charge, wholeWh: Wh, days: number): Markup =>
  days === 0
    ? nothing
    : t('tariffWords.shared', {
        whole: energy(wh(wholeWh)),
        part: part.days,
        days,
        energy: energy(part.wh),
      })
