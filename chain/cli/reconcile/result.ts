import type { DayNumber } from '../../../contracts/rules/units.ts'
import type { BankFile, BankLine } from './bankLine.ts'
import type { Difference, Finding } from './finding.ts'
import type { Scope } from './match.ts'
import type { Export, Payment } from './payment.ts'
import type { Suggestion } from './suggest.ts'
import type { Sums } from './sums.ts'

/** Bank and ledger beside each other, on one day: what every report is made from. */
export type Result = {
  readonly asOf: DayNumber
  readonly files: readonly BankFile[]
  readonly ledger: Export
  readonly scope: Scope
  readonly findings: readonly Finding[]
  readonly suggestions: readonly Suggestion[]
  readonly sums: Sums
  /** Where its readers look things up. */
  readonly portalUrl: string
}

type Of<Kind extends Difference> = Extract<Finding, { kind: Kind }>

/** The findings of one kind, the oldest first. */
export const ofKind = <Kind extends Difference>({ findings }: Result, kind: Kind): Of<Kind>[] =>
  findings
    .filter((finding): finding is Of<Kind> => finding.kind === kind)
    .sort((a, b) => dayOf(a) - dayOf(b))

/** How many days the oldest of it stands already. */
export const ageOf = ({ asOf }: Result, finding: Finding): number => asOf - dayOf(finding)

const dayOf = ({ lines, payments }: Finding): number =>
  [...lines, ...payments].reduce((first, { day }) => Math.min(first, day), Number.POSITIVE_INFINITY)

/** Whether to say which file a line stands in. */
export const placeOf = ({ files }: Result, { file, line }: BankLine): string =>
  files.length === 1 ? `line ${line}` : `file ${file + 1}, line ${line}`

/** The bank reference that a line goes by, and how the ledger's entry is called. */
export const referenceOf = ({ references }: BankLine): string => references[0] ?? ''
export const entryOf = ({ account, seq }: Payment): string => `${account}, entry ${seq}`
