import type { DayNumber } from '../../../contracts/rules/units.ts'
import { BadInput } from '../exit.ts'
import type { Channel } from '../receiptReference.ts'
import type { BankFile, BankLine } from './bankLine.ts'
import type { ColumnMap } from './columnMap.ts'
import { receiptsOf } from './ledgerReceipts.ts'
import { match, type Scope } from './match.ts'
import type { Export } from './payment.ts'
import { readBankFile } from './readBankFile.ts'
import type { Result } from './result.ts'
import { suggest } from './suggest.ts'
import { sumsOf } from './sums.ts'

export type Asked = {
  readonly paths: readonly string[]
  readonly maps: readonly ColumnMap[]
  readonly channel: Channel | undefined
  readonly from: DayNumber | undefined
  readonly to: DayNumber | undefined
  /** Texts by which a line is none of the consumers'. */
  readonly ignore: readonly string[]
  readonly asOf: DayNumber
  readonly portalUrl: string
  readonly secret: string
}

/** Reads the bank's files. Account codes without dashes count where the ledger knows them. Throws `BadInput`. */
export async function readBankFiles(
  { paths, maps, channel }: Asked,
  { payments }: Export,
): Promise<BankFile[]> {
  const known = new Set(payments.map(({ account }) => account))
  const files: BankFile[] = []
  for (const [file, path] of paths.entries())
    files.push(await readBankFile(path, { file, maps, channel, known }))
  if (files.some(({ lines }) => lines.length > 0)) return files
  throw new BadInput(`${paths.join(', ')} holds no movement of money: check the file.`)
}

/** Lays the bank's files beside the ledger's payments. */
export function reconcile(
  { ignore, asOf, portalUrl, secret, from, to }: Asked,
  files: readonly BankFile[],
  ledger: Export,
  onLine: () => void,
): Result {
  const lines = files.flatMap((file) => file.lines).filter(within(from, to))
  const scope = scopeOf(lines, from, to)
  const texts = ignore.map((text) => text.toLowerCase())
  const findings = match({
    lines,
    payments: ledger.payments,
    receiptOf: receiptsOf(secret, ledger.payments),
    scope,
    isIgnored: ({ text }) => texts.some((each) => text.toLowerCase().includes(each)),
    onLine,
  })
  const suggestions = suggest(findings)
  return {
    asOf,
    files,
    ledger,
    scope,
    findings,
    suggestions,
    sums: sumsOf(findings),
    portalUrl,
  }
}

const within =
  (from: DayNumber | undefined, to: DayNumber | undefined) =>
  ({ day }: BankLine): boolean =>
    (from === undefined || day >= from) && (to === undefined || day <= to)

/** The payments that the lines must account for: of their days, by the ways in which their receipts came. */
function scopeOf(
  lines: readonly BankLine[],
  from: DayNumber | undefined,
  to: DayNumber | undefined,
): Scope {
  const [first] = lines
  if (first === undefined)
    throw new BadInput('No line of the statement is of these days: check --from and --to.')
  let [earliest, latest] = [first.day, first.day]
  const channels = new Set<string>()
  for (const { day, isCredit, channel } of lines) {
    if (day < earliest) earliest = day
    if (day > latest) latest = day
    if (isCredit) channels.add(channel)
  }
  return { channels, from: from ?? earliest, to: to ?? latest }
}
