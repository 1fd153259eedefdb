import type { Command } from 'commander'
import { accountFinder } from '../accountBook.ts'
import { recordFile } from '../batchFile.ts'
import { readCsv } from '../csvRows.ts'
import { readingCall, readingColumns, readReadingRow, recordedReadings } from '../readingRows.ts'
import { openSession } from '../session.ts'

export function readingBatchCommand(reading: Command): void {
  reading
    .command('batch <file>')
    .description(
      'record the signed readings of a CSV file, up to 100,000 rows; anyone may (key: consumer)',
    )
    .option('--skip-refused', 'record the other rows of a batch in which some are refused')
    .addHelpText(
      'after',
      `
Columns: account, day, register_kwh, r, vs, and if you like rollover (yes). About 300 rows go in a transaction, all or
none. A run that was killed is continued by the same command: what is recorded is left out. Refused rows are listed in
FILE.refused.csv.

Examples:
  wattledger reading batch may.csv --key operations
  wattledger meter simulate K7Q29-XMD4T-H --installed 2026-04-01 --to 2027-03-31 --csv year.csv`,
    )
    .action(async (path: string, options: { skipRefused?: boolean }, command: Command) => {
      using session = await openSession(command)
      const { ledger, settings } = session
      const find = await accountFinder(ledger, settings.home)
      const { rows, faults } = await readCsv(path, readingColumns, readReadingRow(find))
      const accounts = new Set(rows.map(({ value }) => value.account))
      await recordFile(
        session,
        { name: 'readings', key: 'consumer', recorded: (on) => recordedReadings(ledger, on) },
        {
          path,
          rows: rows.map(({ line, value }) => readingCall(line, value)),
          faults,
          sum: `${accounts.size} ${accounts.size === 1 ? 'account' : 'accounts'}`,
        },
        { skipsRefused: options.skipRefused === true },
      )
    })
}
