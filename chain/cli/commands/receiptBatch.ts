import type { Command } from 'commander'
import { accountFinder } from '../accountBook.ts'
import { recordFile } from '../batchFile.ts'
import { readCsv } from '../csvRows.ts'
import { formatRupees } from '../quantities.ts'
import {
  doubledReceipts,
  readReceiptRow,
  receiptCall,
  receiptColumns,
  recordedReceipts,
} from '../receiptRows.ts'
import { openReceiptSecret } from '../receiptReference.ts'
import { openSession } from '../session.ts'

export function receiptBatchCommand(receipt: Command): void {
  receipt
    .command('batch <file>')
    .description('post the receipts of a CSV file, up to 100,000 rows (key: cashier)')
    .option('--skip-refused', 'record the other rows of a batch in which some are refused')
    .addHelpText(
      'after',
      `
Columns: account, amount (rupees), channel (cash, upi, bank, card), reference, and if you like part. About 300 rows go in
a transaction, all or none. A run that was killed is continued by the same command: what is recorded is left out.
Refused rows are listed in FILE.refused.csv.

Example:
  wattledger receipt batch receipts-2026-05-12.csv`,
    )
    .action(async (path: string, options: { skipRefused?: boolean }, command: Command) => {
      using session = await openSession(command)
      const { ledger, settings } = session
      const secret = await openReceiptSecret(settings)
      const find = await accountFinder(ledger, settings.home)
      const { rows, faults } = await readCsv(path, receiptColumns, readReceiptRow(find, secret))
      const total = rows.reduce((sum, { value }) => sum + value.amount, 0n)
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
