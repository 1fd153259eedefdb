import type { DayNumber } from '../../../contracts/rules/units.ts'
import type { BankLine } from './bankLine.ts'
import type { Aside, Finding } from './finding.ts'
import type { Receipt } from './ledgerReceipts.ts'
import type { Payment } from './payment.ts'
import { settleReceipt } from './settleReceipt.ts'

/** Of which payments the bank's files must know: by these channels, recorded on these days, both in. */
export type Scope = {
  readonly channels: ReadonlySet<string>
  readonly from: DayNumber
  readonly to: DayNumber
}

type Matching = {
  readonly lines: readonly BankLine[]
  readonly payments: readonly Payment[]
  readonly receiptOf: (line: BankLine) => Receipt | undefined
  readonly scope: Scope
  /** Whether a line is none of the consumers' (interest, charges, transfers between own accounts). */
  readonly isIgnored?: (line: BankLine) => boolean
  /** Told after each line. */
  readonly onLine?: () => void
}

/** Lays bank and ledger beside each other by reference alone. Every line and every payment ends in one finding. */
export function match({
  lines,
  payments,
  receiptOf,
  scope,
  isIgnored = () => false,
  onLine = () => {},
}: Matching): Finding[] {
  const findings: Finding[] = []
  const groups = new Map<string, { receipt: Receipt; lines: BankLine[] }>()
  for (const line of lines) {
    const receipt = isIgnored(line) ? undefined : receiptOf(line)
    if (receipt !== undefined) {
      const group = groups.get(receipt.key)
      if (group === undefined) groups.set(receipt.key, { receipt, lines: [line] })
      else group.lines.push(line)
    } else findings.push(alone(line, isIgnored(line)))
    onLine()
  }
  const met = new Set<Payment>()
  for (const { receipt, lines } of groups.values()) {
    for (const { payment } of receipt.parts) met.add(payment)
    findings.push(...settleReceipt(receipt, lines).map((finding) => within(scope, finding)))
  }
  for (const payment of payments) {
    if (!met.has(payment))
      findings.push(within(scope, { kind: 'chainOnly', lines: [], payments: [payment] }))
  }
  return findings
}

/** A line without a reference. */
function alone(line: BankLine, isIgnored: boolean): Finding {
  const only = { lines: [line], payments: [] }
  if (isIgnored) return { kind: 'aside', why: 'ignored', ...only }
  if (!line.isCredit) return { kind: 'aside', why: 'debit', ...only }
  return { kind: 'bankOnly', receipt: undefined, part: 1, ...only }
}

/** A payment that these files need not know is no difference. */
function within(scope: Scope, finding: Finding): Finding {
  const [payment] = finding.payments
  if (finding.kind !== 'chainOnly' || payment === undefined) return finding
  const why = outside(scope, payment)
  const { lines, payments } = finding
  return why === undefined ? finding : { kind: 'aside', why, lines, payments }
}

function outside(
  { channels, from, to }: Scope,
  { channel, reversedDay, day }: Payment,
): Aside | undefined {
  if (channel === 'native') return 'native'
  if (reversedDay !== undefined) return 'reversed'
  if (!channels.has(channel)) return 'channel'
  return day < from || day > to ? 'days' : undefined
}
