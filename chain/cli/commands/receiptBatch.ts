import { mkdir } from 'node:fs/promises'
import type { Command } from 'commander'
import { accountFinder, nameOf } from '../accountBook.ts'
import { recordFile } from '../batchFile.ts'
import { readCsv, type Row } from '../csvRows.ts'
import { blockOf } from '../ledger.ts'
import { progressBar } from '../progress.ts'
import { formatRupees } from '../quantities.ts'
import {
  doubledReceipts,
  readReceiptRow,
  receiptCall,
  receiptColumns,
  type ReceiptRow,
  recordedReceipts,
} from '../receiptRows.ts'
import { openReceiptSecret } from '../receiptReference.ts'
import { openSession, type Session } from '../session.ts'
import { slipPaths, writeSlip } from '../slip.ts'

type Options = { skipRefused?: boolean; slips?: string }

export function receiptBatchCommand(receipt: Command): void {
  receipt
    .command('batch <file>')
    .description('post the receipts of a CSV file, up to 100,000 rows (key: cashier)')
    .option('--slips <folder>', 'write a slip for each payer there before anything is sent')
    .option('--portal <url>', 'portal that the slips name (PORTAL_URL; http://127.0.0.1:8080)')
    .option('--skip-refused', 'record the other rows of a batch in which some are refused')
    .addHelpText(
      'after',
      `
Columns: account, amount (rupees), channel (cash, upi, bank, card), reference, and if you like part and note. About 300 rows
go in a transaction, all or none. A run that was killed is continued by the same command: what is recorded is left out.
Refused rows are listed in FILE.refused.csv.

Example:
  wattledger receipt batch receipts-2026-05-12.csv`,
    )
    .action(async (path: string, options: Options, command: Command) => {
      using session = await openSession(command)
      const { ledger, settings } = session
      const secret = await openReceiptSecret(settings)
      const find = await accountFinder(ledger, settings.home)
      const { rows, faults } = await readCsv(path, receiptColumns, readReceiptRow(find, secret))
      const total = rows.reduce((sum, { value }) => sum + value.amount, 0n)
      if (options.slips !== undefined && faults.length === 0 && !settings.isDryRun) {
        await writeSlips(session, options.slips, rows)
      }
      await recordFile(
        session,
        { name: 'receipts', key: 'cashier', recorded: (on) => recordedReceipts(ledger, on) },
        {
          path,
          rows: rows.map(({ line, value }) => receiptCall(line, value)),
          faults: [...faults, ...doubledReceipts(rows)].toSorted((a, b) => a.line - b.line),
          sum: `${formatRupees(total)} in all`,
        },
        { skipsRefused: options.skipRefused === true },
      )
    })
}

/** A payer has something in hand whatever becomes of the batch; what its address says is what counts. */
async function writeSlips(
  { ledger, settings: { portalUrl } }: Session,
  folder: string,
  rows: readonly Row<ReceiptRow>[],
): Promise<void> {
  const { day } = await blockOf(ledger)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  using bar = progressBar('Writing slips', rows.length)
  for (const { value } of rows) {
    const slip = { ...value, account: nameOf(value.account), day, portalUrl }
    await writeSlip(slipPaths(folder, slip), slip)
    bar.done(1)
  }
}
