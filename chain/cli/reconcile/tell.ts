import { formatDay, formatRupees } from '../quantities.ts'
import { differences } from './finding.ts'
import type { ReceiptToPost } from './receiptsToPost.ts'
import { ageOf, ofKind, type Result } from './result.ts'
import { isClean, type Sum, totalOf } from './sums.ts'
import { counted, grouped, mismatchWords } from './words.ts'
import type { Reports } from './writeReports.ts'

/** What the command says of it, for people. */
export function tellResult(
  result: Result,
  receipts: readonly ReceiptToPost[],
  reports: Reports | undefined,
): string[] {
  const { sums, scope, suggestions } = result
  const all = totalOf(sums.credits)
  const lines = [
    `${counted(all.count, 'receipt')} of ${formatRupees(all.amount)} at the bank, ${formatDay(scope.from)} to ${formatDay(scope.to)}; ${grouped(result.ledger.payments.length)} payments on the ledger.`,
    `  ${said(sums.credits.matched)} on both sides with the same amount`,
  ]
  const add = (sum: Sum | undefined, words: string) => {
    if (sum !== undefined) lines.push(`  ${said(sum)} ${words}`)
  }
  add(sums.credits.takenBack, 'taken back by the bank, and not counted on the ledger')
  add(
    sums.credits.bankOnly,
    `at the bank, not on the ledger${oldest(result)}: paid, but shown as unpaid`,
  )
  add(sums.payments.chainOnly, 'on the ledger, not at the bank')
  for (const finding of ofKind(result, 'mismatch').slice(0, 5))
    lines.push(
      `  ${ageOf(result, finding)} days: ${finding.lines.map(({ line }) => `line ${line}`).join(', ')}: ${mismatchWords[finding.why]}`,
    )
  const mismatches = ofKind(result, 'mismatch').length
  if (mismatches > 5) lines.push(`  … and ${mismatches - 5} more that differ`)
  add(sums.credits.duplicate, 'twice in the statement')
  add(sums.credits.ignored, 'left aside as asked')
  if (suggestions.length > 0)
    lines.push(
      `  ${counted(suggestions.length, 'suggestion')} by amount and day: look at the report`,
    )
  lines.push(isClean(result.findings) ? 'Bank and ledger agree.' : 'Bank and ledger differ.')
  if (reports !== undefined) lines.push(...told(receipts, reports))
  return lines
}

const said = (sum: Sum = { count: 0, amount: 0n }): string =>
  `${grouped(sum.count).padStart(8)}  ${formatRupees(sum.amount).padStart(16)} `

const oldest = (result: Result): string => {
  const [first] = ofKind(result, 'bankOnly')
  return first === undefined ? '' : `, the oldest for ${ageOf(result, first)} days`
}

function told(
  receipts: readonly ReceiptToPost[],
  { page, differences: csv, toSign, toComplete }: Reports,
): string[] {
  const ready = receipts.filter(({ lacks }) => lacks === undefined).length
  return [
    `Report: ${page}; for a spreadsheet: ${csv}`,
    ...(toSign === undefined
      ? []
      : [`Sign ${counted(ready, 'receipt')}: npm run wattledger -- receipt batch ${toSign}`]),
    ...(toComplete === undefined
      ? []
      : [`Complete ${counted(receipts.length - ready, 'receipt')} first: ${toComplete}`]),
  ]
}

/** The same for machines. */
export function resultJson(
  result: Result,
  receipts: readonly ReceiptToPost[],
  reports: Reports | undefined,
): object {
  const { sums, scope, asOf, ledger, files, suggestions } = result
  const side = (of: object) =>
    Object.fromEntries(
      (Object.entries(of) as [string, Sum][]).map(([place, { count, amount }]) => [
        place,
        { count, amountPaise: amount },
      ]),
    )
  return {
    agrees: isClean(result.findings),
    asOf: formatDay(asOf),
    from: formatDay(scope.from),
    to: formatDay(scope.to),
    channels: [...scope.channels],
    files: files.map(({ path, format, lines, leftOut }) => ({
      path,
      format,
      lines: lines.length,
      leftOut: leftOut.length,
    })),
    ledger: {
      source: ledger.source,
      block: ledger.block ?? null,
      payments: ledger.payments.length,
    },
    credits: side(sums.credits),
    debits: side(sums.debits),
    payments: side(sums.payments),
    differences: differences.flatMap((kind) =>
      ofKind(result, kind).map((finding) => ({
        difference: kind,
        why: finding.kind === 'mismatch' ? finding.why : null,
        ageDays: ageOf(result, finding),
        lines: finding.lines.map(({ file, line, day, amount, isCredit, references, account }) => ({
          file,
          line,
          day: formatDay(day),
          amountPaise: amount,
          isCredit,
          bankReference: references[0] ?? null,
          account: account ?? null,
        })),
        payments: finding.payments.map(({ account, seq, day, amount, reference, transaction }) => ({
          account,
          seq,
          day: formatDay(day),
          amountPaise: amount,
          reference: reference ?? null,
          transaction,
        })),
      })),
    ),
    suggestions: suggestions.map(({ line, payment, daysLater, isSameAccount }) => ({
      file: line.file,
      line: line.line,
      account: payment.account,
      seq: payment.seq,
      daysLater,
      isSameAccount,
    })),
    receipts: {
      ready: receipts.filter(({ lacks }) => lacks === undefined).length,
      toComplete: receipts.filter(({ lacks }) => lacks !== undefined).length,
    },
    reports: reports ?? null,
  }
}
