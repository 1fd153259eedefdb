import type { Slab, Tariff } from '../../contracts/rules/tariff.ts'
import { type Paise, paise, type PerUnit, perUnit } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import { change, rateChange } from '../show/change.ts'
import { money } from '../show/money.ts'
import { rate } from '../show/rate.ts'
import { dutyWords } from '../words/duty.ts'
import { basisWords, slabWords } from '../words/slab.ts'
import { plain } from '../words/t.ts'

/** One thing that two tariffs of a category say differently. */
export interface RateDifference {
  readonly what: string
  readonly before: Markup
  readonly after: Markup
  /** Where it is a number in both: by how much. */
  readonly change: Markup | null
}

/** What a tariff changes against the one before it, line by line; none where only the day is another. */
export const rateDifferences = (before: Tariff, after: Tariff): RateDifference[] => [
  ...slabDifferences(before, after),
  ...amount(plain('tariff.perKWMonth'), before.fixedPerKW, after.fixedPerKW),
  ...amount(
    plain('tariff.perConnectionMonth'),
    before.fixedPerConnection,
    after.fixedPerConnection,
  ),
  ...text(plain('tariff.duty'), dutyWords(before), dutyWords(after)),
  ...text(plain('tariff.basis'), basisWords(before), basisWords(after)),
  ...text(plain('tariff.roundedTo'), roundingWords(before), roundingWords(after)),
]

/** Slabs are compared by their place: where their limits are others, the limit is a difference too. */
const slabDifferences = (before: Tariff, after: Tariff): RateDifference[] => {
  const places = Math.max(before.slabs.length, after.slabs.length)
  return Array.from({ length: places }, (_, i) => i).flatMap((i) => {
    const [was, is] = [before.slabs[i], after.slabs[i]]
    if (was === undefined && is === undefined) return []
    if (was === undefined || is === undefined)
      return text(plain('tariff.slab', { slab: i + 1 }), slabText(before, was), slabText(after, is))
    const [name, nameBefore] = [slabWords(after, is), slabWords(before, was)]
    return [
      ...text(plain('tariff.slab', { slab: i + 1 }), nameBefore, name),
      ...perKWh(plain('tariff.slabEnergy', { slab: name }), was.rate, is.rate),
      ...perKWh(plain('tariff.slabFuel', { slab: name }), was.fuel, is.fuel),
      ...perKWh(plain('tariff.slabSubsidy', { slab: name }), was.subsidy, is.subsidy),
    ]
  })
}

const slabText = (tariff: Tariff, slab: Slab | undefined): string =>
  slab === undefined ? plain('tariff.noSlab') : slabWords(tariff, slab)

const roundingWords = ({ roundTo }: Tariff): string =>
  plain(roundTo === 1n ? 'rate.paisa' : 'rate.rupees')

const perKWh = (what: string, was: PerUnit, is: PerUnit): RateDifference[] =>
  was === is
    ? []
    : [{ what, before: rate(was), after: rate(is), change: rateChange(perUnit(is - was)) }]

const amount = (what: string, was: Paise, is: Paise): RateDifference[] =>
  was === is
    ? []
    : [{ what, before: money(was), after: money(is), change: change(paise(is - was)) }]

const text = (what: string, was: string, is: string): RateDifference[] =>
  was === is ? [] : [{ what, before: html`${was}`, after: html`${is}`, change: null }]
