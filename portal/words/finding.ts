import type { Differing, Finding } from '../../contracts/rules/audit/findings.ts'
import { wh } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import { billLink } from '../show/account.ts'
import { register } from '../show/energy.ts'
import { differenceValue } from './difference.ts'

/** What the audit found wrong with a correction, in a sentence with both values. */
export const findingWords = ({ fault, message }: Finding, code: string): Markup => {
  switch (fault?.kind) {
    case undefined:
      return html`${message}`
    case 'differs':
      return fault.what === 'register before' ? falseStart(fault) : differing(fault)
    case 'refused':
      return html`what was recorded makes no bill: ${fault.reason}`
    case 'estimate':
      return html`it corrects an estimate, and estimates are only replaced by real readings`
    case 'replaced':
      return html`it ends at register ${register(fault.named)}, but the meter’s read-out counts from
      ${register(fault.recorded)}`
    case 'end':
      return html`it ends at register ${register(fault.named)}, but ${billLink(code, fault.bill)}
      counts from ${register(fault.recorded)}`
    default:
      return fault satisfies never
  }
}

/** The findings that others follow from: where the units differ, so does every component that they are charged by. */
export const mainFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some((each) => whatOf(each) === 'units')
    ? findings.filter((each) => !followers.has(whatOf(each)))
    : findings

const whatOf = ({ fault }: Finding): string => (fault?.kind === 'differs' ? fault.what : '')

const followers = new Set([
  'units of the part',
  'energy charge',
  'fuel adjustment',
  'duty',
  'subsidy',
  'charge of the part',
])

const falseStart = ({ recorded: named, expected }: Differing): Markup =>
  html`it counts from register ${register(wh(named))}, but the reading before stands at
  ${register(wh(expected))}`

const differing = (fault: Differing): Markup =>
  html`${fault.what}: ${differenceValue(fault, fault.expected)} by the record,
  ${differenceValue(fault, fault.recorded)} in the correction`
