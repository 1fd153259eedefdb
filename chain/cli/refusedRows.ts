import { writeFile } from 'node:fs/promises'
import { csvLine } from './csvLine.ts'
import type { Fault } from './csvRows.ts'

/** Writes the report of refused rows beside the file: "receipts.csv" gets "receipts.csv.refused.csv". Returns its path. */
export async function writeRefusedRows(file: string, faults: readonly Fault[]): Promise<string> {
  const path = `${file}.refused.csv`
  const lines = faults.map(({ line, column, value, reason }) =>
    csvLine([line, column, value, reason]),
  )
  await writeFile(path, `${['line,column,value,reason', ...lines].join('\n')}\n`)
  return path
}

/** The first faults in words, one a line. */
export const faultLines = (faults: readonly Fault[], most = 5): string[] => [
  ...faults
    .slice(0, most)
    .map(
      ({ line, column, reason }) =>
        `line ${line}${column === '' ? '' : `, column ${column}`}: ${reason}`,
    ),
  ...(faults.length > most ? [`… and ${faults.length - most} more`] : []),
]
