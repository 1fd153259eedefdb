import type { Command } from 'commander'
import { dayInIndia } from '../../../contracts/rules/day.ts'
import { exit, Told } from '../exit.ts'
import { present } from '../output.ts'
import { progress, progressBar } from '../progress.ts'
import { parseDay } from '../quantities.ts'
import { channels, openReceiptSecret, parseChannel } from '../receiptReference.ts'
import type { BankFile } from '../reconcile/bankLine.ts'
import { readMap } from '../reconcile/columnMap.ts'
import { knownMaps } from '../reconcile/knownMaps.ts'
import type { Export } from '../reconcile/payment.ts'
import { readExport } from '../reconcile/readExport.ts'
import { receiptsToPost } from '../reconcile/receiptsToPost.ts'
import { type Asked, readBankFiles, reconcile } from '../reconcile/reconcile.ts'
import type { Result } from '../reconcile/result.ts'
import { isClean } from '../reconcile/sums.ts'
import { resultJson, tellResult } from '../reconcile/tell.ts'
import { writeReports } from '../reconcile/writeReports.ts'
import { settingsOf } from '../settings.ts'

type Options = {
  export?: string
  map?: string
  channel?: string
  from?: string
  to?: string
  ignore: string[]
  asOf?: string
  out?: string
  portal?: string
}

/** So often the bar moves. */
const STEP = 1_000

export function reconcileCommand(program: Command): void {
  program
    .command('reconcile <bank...>')
    .description("lay a bank's statement (CSV or camt.053) beside the payments on the ledger")
    .option('--export <file|url>', "the ledger's payments: a portal, or its saved /payments.csv")
    .option('--map <file>', 'which column holds what, as JSON, where the heading is not known')
    .option('--channel <channel>', `all of it came by ${Object.keys(channels).join(', ')}`)
    .option('--from <day>', 'only from this day (the first of the statement)')
    .option('--to <day>', 'only up to this day (the last of the statement)')
    .option('--ignore <text>', 'leave aside lines with this text (again for more)', collect, [])
    .option('--as-of <day>', 'count ages up to this day (today)')
    .option('--out <folder>', 'new folder for the reports (reconciled-DAY)')
    .option(
      '--portal <url>',
      'portal that is asked and linked to (PORTAL_URL; http://127.0.0.1:8080)',
    )
    .addHelpText('after', HELP)
    .action(reconcileAction)
}

const HELP = `
A line and a payment belong together by the receipt's reference alone, the keyed hash that only the board can make;
amount and day are suggestions. Known by their heading: ${knownMaps.map(({ name }) => name).join(', ')}.
Reports in a new folder: report.html to read and print, differences.csv, receipts-to-sign.csv for "receipt batch" (the
account is what the bank's text names, by a code whose check symbol is right) and receipts-to-complete.csv for the rest.
With --dry-run they are not written. Ends with 0 where bank and ledger agree, with 1 where they differ.

A map names columns by their heading; several names mean any of them:
  { "name": "Our bank", "day": "Posted", "dayOrder": "dmy", "references": ["UTR"], "text": ["Remarks"],
    "account": "Consumer no", "money": { "credit": "In", "debit": "Out" } }
One column of money: { "amount": "Amount", "direction": { "column": "Type", "credit": ["C"], "debit": ["D"] } }.
Rows that count by their status: "status": { "column": "Status", "booked": ["SUCCESS"] }; "channel": "upi" for all.

Examples:
  wattledger reconcile statement-may.csv
  wattledger reconcile camt053.xml --export payments.csv --as-of 2026-05-31
  wattledger reconcile upi-1.csv upi-2.csv --map upi.json --channel upi --ignore "settlement fee"`

async function reconcileAction(paths: string[], options: Options, command: Command): Promise<void> {
  const settings = settingsOf(command)
  const day = (text: string | undefined) => (text === undefined ? undefined : parseDay(text))
  const asked: Omit<Asked, 'secret'> = {
    paths,
    maps: options.map === undefined ? knownMaps : [await readMap(options.map)],
    channel: options.channel === undefined ? undefined : parseChannel(options.channel),
    from: day(options.from),
    to: day(options.to),
    ignore: options.ignore,
    asOf: day(options.asOf) ?? dayInIndia(Date.now() / 1000),
    portalUrl: settings.portalUrl,
  }
  const all: Asked = { ...asked, secret: await openReceiptSecret(settings) }
  const ledger = await waiting("Reading the ledger's payments", () =>
    readExport(options.export ?? settings.portalUrl),
  )
  const files = await waiting("Reading the bank's file", () => readBankFiles(all, ledger))
  const result = matched(all, files, ledger)
  const receipts = receiptsToPost(result)
  const reports = settings.isDryRun ? undefined : await writeReports(result, receipts, options.out)
  present(settings, resultJson(result, receipts, reports), tellResult(result, receipts, reports))
  if (!isClean(result.findings)) throw new Told(exit.refused)
}

const collect = (text: string, before: string[]): string[] => [...before, text]

async function waiting<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  using _shown = progress(() => what)
  return await work()
}

function matched(asked: Asked, files: readonly BankFile[], ledger: Export): Result {
  const count = files.reduce((sum, { lines }) => sum + lines.length, 0)
  using bar = progressBar('Comparing', count)
  let since = 0
  return reconcile(asked, files, ledger, () => {
    since++
    if (since < STEP) return
    bar.done(since)
    since = 0
  })
}
