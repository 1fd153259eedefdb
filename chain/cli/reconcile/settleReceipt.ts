import type { BankLine } from './bankLine.ts'
import type { Finding } from './finding.ts'
import type { Receipt } from './ledgerReceipts.ts'
import type { Payment } from './payment.ts'

/** Lines and payments that belong together. */
type Bundle = { readonly lines: readonly BankLine[]; readonly payments: readonly Payment[] }

/**
 * Lays the lines of one bank reference beside its parts on the ledger. Equal amounts first, one to one; then all that is left
 * of both, where it comes to the same; then what the bank took back; then what differs. Payments that are left have no
 * line: they are given back as chainOnly.
 */
export function settleReceipt(receipt: Receipt, lines: readonly BankLine[]): Finding[] {
  const payments = receipt.parts.map(({ payment }) => payment)
  const reversed = pile(payments.filter(({ reversedDay }) => reversedDay !== undefined))
  const live = pile(payments.filter(({ reversedDay }) => reversedDay === undefined))
  // A line that repeats another comes last: it is the one that the ledger may lack.
  const first = firstOfAlike(lines)
  const isFirst = (line: BankLine) => first.get(alike(line)) === line
  const received = lines.filter(({ isCredit }) => isCredit)
  const credits = pile([...received.filter(isFirst), ...received.filter((line) => !isFirst(line))])
  const debits = lines.filter(({ isCredit }) => !isCredit)
  const bundles: Bundle[] = []

  for (const line of credits.all()) {
    const payment = live.take(line.amount)
    if (payment === undefined) continue
    credits.remove(line)
    bundles.push({ lines: [line], payments: [payment] })
  }
  if (credits.size > 0 && live.size > 0 && sum(credits.all()) === sum(live.all()))
    bundles.push({ lines: credits.empty(), payments: live.empty() })

  const findings: Finding[] = []
  for (const debit of debits)
    findings.push(settleDebit(debit, { credits, live, reversed }, bundles))
  findings.push(...bundles.map((bundle): Finding => ({ kind: 'matched', ...bundle })))
  findings.push(...settleRest(receipt, credits, live, reversed, first))
  for (const payment of live.empty())
    findings.push({ kind: 'chainOnly', lines: [], payments: [payment] })
  for (const payment of reversed.empty())
    findings.push({ kind: 'aside', why: 'reversed', lines: [], payments: [payment] })
  return findings
}

type Piles = {
  readonly credits: Pile<BankLine>
  readonly live: Pile<Payment>
  readonly reversed: Pile<Payment>
}

/** Money that went out under the reference: a receipt returned by the bank, or none of the ledger's business. */
function settleDebit(
  debit: BankLine,
  { credits, live, reversed }: Piles,
  bundles: Bundle[],
): Finding {
  const credit = credits.take(debit.amount)
  if (credit !== undefined) {
    const undone = reversed.take(debit.amount)
    return {
      kind: 'takenBack',
      lines: [credit, debit],
      payments: undone === undefined ? [] : [undone],
    }
  }
  // Received in a statement before this one, and undone on both sides.
  const undone = reversed.take(debit.amount)
  if (undone !== undefined) return { kind: 'takenBack', lines: [debit], payments: [undone] }
  const place = bundles.findIndex((bundle) => sum(bundle.lines) === debit.amount)
  const [bundle] = place < 0 ? [] : bundles.splice(place, 1)
  if (bundle !== undefined) {
    const { lines, payments } = bundle
    return { kind: 'mismatch', why: 'returned', lines: [...lines, debit], payments }
  }
  const counted = live.take(debit.amount)
  if (counted !== undefined)
    return { kind: 'mismatch', why: 'returned', lines: [debit], payments: [counted] }
  return { kind: 'aside', why: 'debit', lines: [debit], payments: [] }
}

/** Credits for which the ledger has no payment of their amount. */
function settleRest(
  receipt: Receipt,
  credits: Pile<BankLine>,
  live: Pile<Payment>,
  reversed: Pile<Payment>,
  first: ReadonlyMap<string, BankLine>,
): Finding[] {
  const findings: Finding[] = []
  const standing: BankLine[] = []
  for (const line of credits.empty()) {
    const undone = reversed.take(line.amount)
    const twin = first.get(alike(line))
    if (undone !== undefined)
      findings.push({ kind: 'mismatch', why: 'reversed', lines: [line], payments: [undone] })
    else if (twin !== undefined && twin !== line)
      findings.push({ kind: 'duplicate', lines: [line], payments: [], of: twin })
    else standing.push(line)
  }
  if (standing.length > 0 && live.size > 0) {
    findings.push({ kind: 'mismatch', why: 'amount', lines: standing, payments: live.empty() })
    return findings
  }
  let part = receipt.parts.at(-1)?.part ?? 0
  for (const line of standing) {
    part++
    findings.push({ kind: 'bankOnly', lines: [line], payments: [], receipt, part })
  }
  return findings
}

/** The first of the credits that are the same in everything a statement says of them. */
function firstOfAlike(lines: readonly BankLine[]): Map<string, BankLine> {
  const first = new Map<string, BankLine>()
  for (const line of lines) {
    if (line.isCredit && !first.has(alike(line))) first.set(alike(line), line)
  }
  return first
}

const alike = ({ day, amount }: BankLine): string => `${day} ${amount}`

const sum = (all: readonly { readonly amount: bigint }[]): bigint =>
  all.reduce((total, { amount }) => total + amount, 0n)

type Pile<Value> = {
  readonly size: number
  /** Takes the first of this amount out. */
  readonly take: (amount: bigint) => Value | undefined
  readonly remove: (value: Value) => void
  readonly all: () => Value[]
  readonly empty: () => Value[]
}

function pile<Value extends { readonly amount: bigint }>(values: readonly Value[]): Pile<Value> {
  const left = new Set(values)
  const byAmount = Map.groupBy(values, ({ amount }) => amount)
  return {
    get size() {
      return left.size
    },
    take: (amount) => {
      const found = byAmount.get(amount)?.find((value) => left.has(value))
      if (found !== undefined) left.delete(found)
      return found
    },
    remove: (value) => left.delete(value),
    all: () => [...left],
    empty: () => {
      const all = [...left]
      left.clear()
      return all
    },
  }
}
