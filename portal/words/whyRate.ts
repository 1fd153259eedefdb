import type { Charge } from '../../contracts/rules/charge.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { type Wh, wh } from '../../contracts/rules/units.ts'
import type { WhyRate } from '../bill/whyRate.ts'
import { html, type Markup, nothing } from '../markup.ts'
import { day } from '../show/day.ts'
import { energy } from '../show/energy.ts'
import { shortHash } from '../show/hash.ts'
import { tariffLink } from '../show/tariff.ts'
import { entryLink } from '../show/transaction.ts'
import { categoryLink } from '../show/whose.ts'

/** Why this tariff: since when it is in force, by which order, and when the next one starts. */
export const whyWords = ({ tariff }: Charge, why: WhyRate | null): Markup => {
  const name = html`${tariffLink(tariff.tariff)} for ${categoryLink(tariff.category)}`
  if (why === null) return html`By ${name}.`
  const { rate, next } = why
  const order = hasOrder(tariff)
    ? html`by the order ${shortHash(tariff.orderHash)} (${entryLink(rate.entry)})`
    : html`(${entryLink(rate.entry)}, recorded without an order)`
  const later =
    next === null
      ? html`no other is set to follow it`
      : html`the next one, ${tariffLink(next.tariff.tariff)}, starts on
        ${day(next.tariff.effectiveFrom)}, after this`
  return html`By ${name}, in force from ${day(tariff.effectiveFrom)} ${order}; ${later}.`
}

/** Whether the hash of a tariff order was recorded with it; the ledger does not ask for one. */
export const hasOrder = ({ orderHash }: Pick<Tariff, 'orderHash'>): boolean =>
  BigInt(orderHash) !== 0n

/** How a bill's units were shared out by days where its tariff or its terms changed. */
export const shareWords = ({ part }: Charge, wholeWh: Wh, days: number): Markup =>
  days === 0
    ? nothing
    : html`The units were shared by days: ${energy(wh(wholeWh))} × ${part.days} of ${days} days =
      ${energy(part.wh)}.`
