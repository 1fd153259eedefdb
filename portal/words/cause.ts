import { wh } from '../../contracts/rules/units.ts'
import type { Cause } from '../derive/compareBills.ts'
import type { Markup } from '../markup.ts'
import { energy } from '../show/energy.ts'
import { t } from './t.ts'

/** Why a bill asks more or less than another, one reason. */
export const causeWords = ({ kind, by }: Cause): Markup => {
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
    case 'estimates':
    case 'rounding':
    case 'correction':
    case 'adjustment':
      return t(`cause.${kind}`)
    default:
      return kind satisfies never
  }
}
