import { type Wh, wh } from '../../contracts/rules/units.ts'
import type { EstimateCheck, UsualBill } from '../derive/checkEstimate.ts'
import type { Markup } from '../markup.ts'
import { billLink } from '../show/account.ts'
import { energy } from '../show/energy.ts'
import { listedMarkup } from './listed.ts'
import { t } from './t.ts'

/** What an estimate rests on, and whether it is what the formula gives. */
export const estimateWords = (check: EstimateCheck, code: string, used: Wh): Markup => {
  if (check.state === 'groundless') return t('estimate.groundless')
  const basis = basisWords(check.bills, code)
  if (check.state === 'as usual') return t('estimate.usual', { basis })
  return t('estimate.departs', { expected: energy(check.expected), basis, used: energy(used) })
}

const basisWords = (bills: readonly UsualBill[], code: string): Markup => {
  const used = bills.reduce((total, each) => total + each.wh, 0n)
  const days = bills.reduce((total, each) => total + each.days, 0)
  const links = bills.map(({ number }) => billLink(code, number))
  return t('estimate.basis', { energy: energy(wh(used)), days, bills: listedMarkup(links) })
}
