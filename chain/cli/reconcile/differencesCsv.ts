import { csvLine, foreignText } from '../csvLine.ts'
import { formatDay } from '../quantities.ts'
import type { BankLine } from './bankLine.ts'
import { differences, type Finding } from './finding.ts'
import type { Payment } from './payment.ts'
import { plainRupees } from '../../../contracts/rules/money.ts'
import { ageOf, ofKind, referenceOf, type Result } from './result.ts'

const HEADING =
  'number,difference,ageDays,file,line,bankDay,bankAmount,direction,bankReference,bankText,account,ledgerDay,ledgerAmount,channel,reference,seq,transaction,block'

/**
 * Every difference and suggestion, for a spreadsheet: a row for each line and payment, those of one finding under one
 * number. Amounts are rupees with two decimals.
 */
export function differencesCsv(result: Result): string {
  const rows: string[] = [HEADING]
  let number = 0
  const add = (
    kind: string,
    age: number,
    lines: readonly BankLine[],
    payments: readonly Payment[],
  ) => {
    number++
    for (let at = 0; at < Math.max(lines.length, payments.length); at++) {
      const cells = [...bankCells(result, lines[at]), ...ledgerCells(payments[at], lines[at])]
      rows.push(csvLine([number, kind, age, ...cells]))
    }
  }
  for (const kind of differences) {
    for (const finding of ofKind(result, kind))
      add(kindOf(finding), ageOf(result, finding), finding.lines, finding.payments)
  }
  for (const { line, payment } of result.suggestions)
    add('suggestion', result.asOf - line.day, [line], [payment])
  return `${rows.join('\n')}\n`
}

const kindOf = (finding: Finding): string =>
  finding.kind === 'mismatch' ? `mismatch: ${finding.why}` : finding.kind

const bankCells = ({ files }: Result, line: BankLine | undefined): (string | number)[] =>
  line === undefined
    ? ['', '', '', '', '', '', '']
    : [
        foreignText(files[line.file]?.path ?? ''),
        line.line,
        formatDay(line.day),
        plainRupees(line.amount),
        line.isCredit ? 'in' : 'out',
        referenceOf(line),
        foreignText(line.text),
      ]

const ledgerCells = (
  payment: Payment | undefined,
  line: BankLine | undefined,
): (string | number)[] =>
  payment === undefined
    ? [line?.account ?? '', '', '', line?.channel ?? '', '', '', '', '']
    : [
        payment.account,
        formatDay(payment.day),
        plainRupees(payment.amount),
        payment.channel,
        payment.reference ?? '',
        payment.seq,
        payment.transaction,
        payment.block,
      ]
