import { type Wh, wh } from '../../contracts/rules/units.ts'
import type { EstimateCheck, UsualBill } from '../derive/checkEstimate.ts'
import { html, type Markup } from '../markup.ts'
import { billLink } from '../show/account.ts'
import { energy } from '../show/energy.ts'
import { listedMarkup } from './listed.ts'

/** What an estimate rests on, and whether it is what the formula gives. */
export const estimateWords = (check: EstimateCheck, code: string, used: Wh): Markup => {
  if (check.state === 'groundless')
    return html`<strong>There was no real reading before it to estimate from.</strong> By the rule
      an estimate is what the account usually used; here it is the board’s guess.`
  const basis = html`${basisWords(check.bills, code)}`
  if (check.state === 'as usual')
    return html`The units are what this account usually uses, as the rule says: ${basis}.`
  return html`<strong>It is not what the rule gives.</strong> This account usually uses
    ${energy(check.expected)} in so many days (${basis}); the board estimated ${energy(used)}.`
}

const basisWords = (bills: readonly UsualBill[], code: string): Markup => {
  const used = bills.reduce((total, each) => total + each.wh, 0n)
  const days = bills.reduce((total, each) => total + each.days, 0)
  const links = bills.map(({ number }) => billLink(code, number))
  return html`${energy(wh(used))} in ${days} days by ${listedMarkup(links)}`
}
