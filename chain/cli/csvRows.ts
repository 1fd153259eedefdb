import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { BadInput, Failure } from './exit.ts'
import { isUnreadable } from './failures.ts'

/** Most rows of one file. */
const MOST_ROWS = 100_000

/** A cell that can't be used, or a row that the ledger refused (`column` is then empty). Lines count from 1, the heading's. */
export type Fault = {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly reason: string
}

/** A row of the file: its line and what was read from it. */
export type Row<Value> = { readonly line: number; readonly value: Value }

/** Reads a cell by one of our parsers; what that refuses becomes a fault of this line and column. */
export type Cells = {
  readonly read: <Value>(column: string, parse: (text: string) => Value) => Value
  readonly optional: <Value>(column: string, parse: (text: string) => Value, absent: Value) => Value
}

type Columns = { readonly required: readonly string[]; readonly optional: readonly string[] }

/**
 * The rows of a CSV file with a heading line. Every fault of every row is collected.
 * Throws `BadInput` where the file is no such table at all.
 */
export async function readCsv<Value>(
  path: string,
  columns: Columns,
  readRow: (cells: Cells) => Value,
): Promise<{ rows: Row<Value>[]; faults: Fault[] }> {
  const text = await readFile(path).catch((cause: unknown) => {
    throw new BadInput(`The file ${path} can't be read: check its name.`, { cause })
  })
  const rows: Row<Value>[] = []
  const faults: Fault[] = []
  for (const { record, info } of recordsOf(path, text, columns)) {
    const line = info.lines
    const before = faults.length
    try {
      const value = readRow(cellsOf(record, line, faults))
      if (faults.length === before) rows.push({ line, value })
    } catch (cause) {
      if (!(cause instanceof CellRefused)) throw cause
    }
  }
  return { rows, faults }
}

type Parsed = { readonly record: Record<string, string>; readonly info: { readonly lines: number } }

function recordsOf(path: string, text: Buffer, { required, optional }: Columns): Parsed[] {
  let records: Parsed[]
  let heading: string[] = []
  try {
    // With `info` each record stands beside its place in the file.
    records = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
      columns: (names: string[]) => (heading = names.map((name) => name.toLowerCase())),
    }) as unknown as Parsed[]
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new BadInput(`${path} is no table: ${cause.message.split('\n')[0]}. Correct that line.`, {
      cause,
    })
  }
  const missing = required.filter((name) => !heading.includes(name))
  const unknown = heading.filter((name) => ![...required, ...optional].includes(name))
  if (missing.length > 0 || unknown.length > 0) {
    const what = missing.length > 0 ? `lacks ${missing.join(', ')}` : `has ${unknown.join(', ')}`
    throw new BadInput(
      `The heading of ${path} ${what}: its columns are ${required.join(', ')}${optional.length === 0 ? '' : `, and if you like ${optional.join(', ')}`}.`,
    )
  }
  if (records.length > MOST_ROWS) {
    throw new BadInput(
      `${path} has ${records.length} rows, more than ${MOST_ROWS} in one file: split it.`,
    )
  }
  return records
}

function cellsOf(record: Record<string, string>, line: number, faults: Fault[]): Cells {
  const read = <Value>(column: string, parse: (text: string) => Value): Value => {
    const value = record[column] ?? ''
    try {
      return parse(value)
    } catch (cause) {
      if (!(cause instanceof Failure) && !isUnreadable(cause)) throw cause
      faults.push({ line, column, value, reason: cause.message })
      throw new CellRefused()
    }
  }
  const optional: Cells['optional'] = (column, parse, absent) =>
    (record[column] ?? '') === '' ? absent : read(column, parse)
  return { read, optional }
}

/** Ends the reading of a row whose fault is noted already. */
class CellRefused extends Error {}
