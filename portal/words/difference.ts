import { dayNumber, paise, watt, wh } from '../../contracts/rules/units.ts'
import type { Difference } from '../derive/difference.ts'
import { html, type Markup } from '../markup.ts'
import { day } from '../show/day.ts'
import { energy } from '../show/energy.ts'
import { load } from '../show/load.ts'
import { money } from '../show/money.ts'

/** One side of a difference, in its unit. */
export const differenceValue = ({ unit }: Difference, value: bigint): Markup => shown[unit](value)

/** The differences that others follow from: where the units differ, so does every component that they are charged by. */
export const mainDifferences = (differences: readonly Difference[]): readonly Difference[] =>
  differences.some(({ what }) => what === 'units')
    ? differences.filter(({ what }) => !followers.has(what))
    : differences

const followers = new Set(['units of the part', 'energy', 'fuel', 'duty', 'subsidy', 'charge'])

const shown: Readonly<Record<Difference['unit'], (value: bigint) => Markup>> = {
  money: (value) => money(paise(value)),
  energy: (value) => energy(wh(value)),
  load: (value) => load(watt(value)),
  day: (value) => day(dayNumber(Number(value))),
  number: (value) => html`${value}`,
}
