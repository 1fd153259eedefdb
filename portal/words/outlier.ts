import { outlierLimits, type OutlierRule } from '../../contracts/rules/outliers.ts'
import { wh } from '../../contracts/rules/units.ts'
import type { Markup } from '../markup.ts'
import { energy } from '../show/energy.ts'
import { plain, t } from './t.ts'

/** What a list of readings that stand out is called. */
export const outlierName = (rule: OutlierRule): string => plain(`outliers.${rule}`)

/** By which rule a reading is listed, in a sentence, with the rule's own numbers. */
export const outlierRuleWords = (rule: OutlierRule): Markup => {
  const { factor, bills, fewestBills: fewest, leastWhADay, zeroDays, lateDays } = outlierLimits
  const least = energy(wh(BigInt(leastWhADay)))
  switch (rule) {
    case 'high':
      return t('outliers.highRule', { factor, bills, fewest, least })
    case 'low':
      return t('outliers.lowRule', { factor, bills, fewest, least })
    case 'zero':
      return t('outliers.zeroRule', { days: zeroDays })
    case 'late':
      return t('outliers.lateRule', { days: lateDays })
    case 'jump':
      return t('outliers.jumpRule')
    case 'rollover':
      return t('outliers.rolloverRule')
    default:
      return rule satisfies never
  }
}

/** What was measured beside what was to be expected. */
export const outlierWords = ({
  rule,
  measured,
  expected,
}: {
  readonly rule: OutlierRule
  readonly measured: bigint
  readonly expected: bigint
}): Markup => {
  switch (rule) {
    case 'high':
    case 'low':
      return t('outliers.aDay', { units: energy(wh(measured)), median: energy(wh(expected)) })
    case 'zero':
      return measured === 1n
        ? t('outliers.noUnits', { days: Number(expected) })
        : t('outliers.noUnitsAgain', { days: Number(expected), bills: Number(measured) })
    case 'jump':
      return t('outliers.beyond', { units: energy(wh(measured)), most: energy(wh(expected)) })
    case 'rollover':
      return t('outliers.counted', { units: energy(wh(measured)) })
    case 'late':
      return t('outliers.daysAfter', { days: Number(measured) })
    default:
      return rule satisfies never
  }
}
