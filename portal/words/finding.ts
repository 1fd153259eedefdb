import type { Differing, Finding } from '../../contracts/rules/audit/findings.ts'
import { wh } from '../../contracts/rules/units.ts'
import type { Markup } from '../markup.ts'
import { billLink } from '../show/account.ts'
import { register } from '../show/energy.ts'
import { inEnglish } from '../show/inEnglish.ts'
import { differenceValue } from './difference.ts'
import { t } from './t.ts'
import { whatWords } from './what.ts'

/** What the audit found wrong with a correction, in a sentence with both values. */
export const findingWords = ({ fault, message }: Finding, code: string): Markup => {
  switch (fault?.kind) {
    case undefined:
      return inEnglish(message)
    case 'differs':
      return fault.what === 'register before' ? falseStart(fault) : differing(fault)
    case 'refused':
      return t('what.refused', { reason: inEnglish(fault.reason) })
    case 'estimate':
      return t('what.estimate')
    case 'replaced':
      return t('what.readOut', {
        named: register(fault.named),
        recorded: register(fault.recorded),
      })
    case 'end':
      return t('what.falseEnd', {
        named: register(fault.named),
        bill: billLink(code, fault.bill),
        recorded: register(fault.recorded),
      })
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
  t('what.falseStart', { named: register(wh(named)), recorded: register(wh(expected)) })

const differing = (fault: Differing): Markup =>
  t('what.inCorrection', {
    what: whatWords(fault.what),
    record: differenceValue(fault, fault.expected),
    correction: differenceValue(fault, fault.recorded),
  })
