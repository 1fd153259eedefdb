import type { Unit } from '../../contracts/rules/audit/findings.ts'
import { dayNumber, paise, watt, wh } from '../../contracts/rules/units.ts'
import type { Difference } from '../derive/difference.ts'
import { html, type Markup } from '../markup.ts'
import { day } from '../show/day.ts'
import { energy } from '../show/energy.ts'
import { load } from '../show/load.ts'
import { money } from '../show/money.ts'
import { t } from './t.ts'
import { whatWords } from './what.ts'

/** A number worked out here that is not the chain's. */
export const differenceWords = (difference: Difference): Markup =>
  t('what.onChain', {
    what: whatWords(difference.what),
    here: differenceValue(difference, difference.here),
    chain: differenceValue(difference, difference.onChain),
  })

/** One side of a difference, in its unit. */
export const differenceValue = ({ unit }: { readonly unit: Unit }, value: bigint): Markup =>
  shown[unit](value)

const shown: Readonly<Record<Unit, (value: bigint) => Markup>> = {
  money: (value) => money(paise(value)),
  energy: (value) => energy(wh(value)),
  load: (value) => load(watt(value)),
  day: (value) => day(dayNumber(Number(value))),
  number: (value) => html`${value}`,
}
