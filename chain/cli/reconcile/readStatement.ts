import { CsvError, parse } from 'csv-parse/sync'
import type { Fault } from '../csvRows.ts'
import { BadInput } from '../exit.ts'
import { isUnreadable } from '../failures.ts'
import type { Channel } from '../receiptReference.ts'
import { accountNamed } from './accountNamed.ts'
import { BadBankFile } from './badBankFile.ts'
import { parseBankAmount } from './bankAmount.ts'
import { parseBankDay } from './bankDay.ts'
import type { BankFile, BankLine } from './bankLine.ts'
import { bankReferences } from './bankReferences.ts'
import { channelOf } from './channelOf.ts'
import type { ColumnMap } from './columnMap.ts'
import { findHeading, type Heading } from './findHeading.ts'
import { type Money, moneyOf } from './moneyOf.ts'

/** How bank files are read. */
export type ReadingAs = {
  /** Which of the files it is, from 0. */
  readonly file: number
  /** Maps to recognise it by. */
  readonly maps: readonly ColumnMap[]
  /** The way by which all of it came, where that is known. */
  readonly channel: Channel | undefined
  /** Codes that the ledger knows. */
  readonly known: ReadonlySet<string>
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/**
 * The lines of a bank's CSV file, whatever stands before its heading and after its last line. Throws `BadBankFile` with
 * line and column of every cell that can't be used, `BadInput` where it is no statement that these maps know.
 */
export function readStatement(path: string, text: string, as: ReadingAs): BankFile {
  const heading = findHeading(path, text, as.maps)
  const lines: BankLine[] = []
  const leftOut: { line: number; why: string }[] = []
  const faults: Fault[] = []
  let summaryFrom: number | undefined
  for (const { record, info } of recordsOf(path, text, heading)) {
    const line = info.lines
    // Of a summary's rows only one that reads as a movement is a fault.
    const read = readRow(record, line, heading, as, summaryFrom === undefined ? faults : [])
    if (read === undefined) continue
    if (summaryFrom !== undefined) {
      if ('amount' in read)
        faults.push(misplaced(line, heading.names[heading.places.day] ?? '', summaryFrom))
      continue
    }
    if ('amount' in read) {
      lines.push(read)
      continue
    }
    leftOut.push({ line, why: read.why })
    if (read.isSummary) summaryFrom = line
  }
  if (faults.length > 0) throw new BadBankFile(path, faults)
  return { path, format: heading.map.name, lines, leftOut }
}

type LeftOut = { readonly why: string; readonly isSummary: boolean }

const SUMMARY = /statement summary|end of statement|computer[- ]generated/i

/** The row's money, or why it is none; undefined where its faults were noted. */
function readRow(
  record: readonly string[],
  line: number,
  { names, places, map }: Heading,
  as: ReadingAs,
  faults: Fault[],
): BankLine | LeftOut | undefined {
  const all = record.join(' ')
  if (SUMMARY.test(all)) return { why: 'the summary, and what follows it', isSummary: true }
  const before = faults.length
  const cell = (place: number) => record[place] ?? ''
  const read = <Value>(place: number, parse: (text: string) => Value): Value | undefined => {
    try {
      return parse(cell(place))
    } catch (cause) {
      if (!(cause instanceof BadInput) && !isUnreadable(cause)) throw cause
      const column = names[place] ?? `column ${place + 1}`
      faults.push({ line, column, value: cell(place), reason: cause.message })
      return undefined
    }
  }
  const hasDay = cell(places.day) !== '' && /\d/.test(cell(places.day))
  const moneyCells = [places.credit, places.debit, places.amount].filter((at) => at !== undefined)
  if (!hasDay && !moneyCells.some((place) => /\d/.test(cell(place))))
    return { why: 'without day and money', isSummary: false }
  if (places.status !== undefined && !isBooked(cell(places.status), map))
    return { why: `not booked (${cell(places.status)})`, isSummary: false }
  const extra = record.slice(names.length).findIndex((each) => each !== '')
  if (extra >= 0) {
    const reason = `The row has more cells than the heading's ${names.length}: put quotes around a text that holds a comma.`
    faults.push({ line, column: `column ${names.length + 1 + extra}`, value: all, reason })
  }
  const day = read(places.day, (text) => parseBankDay(text, map.dayOrder))
  const money = moneyOf(places, map, (place) => read(place, parseBankAmount), cell)
  if (faults.length > before || day === undefined || money === undefined) return undefined
  if ('fault' in money) {
    const { place, reason } = money.fault
    faults.push({ line, column: names[place] ?? '', value: cell(place), reason })
    return undefined
  }
  if (money.amount === 0n) return { why: 'without money', isSummary: false }
  return lineOf({ line, day, ...money }, record, { places, map }, as)
}

const isBooked = (status: string, map: ColumnMap): boolean =>
  map.status?.booked.some((word) => word.toLowerCase() === status.toLowerCase()) ?? true

function lineOf(
  found: Pick<BankLine, 'line' | 'day'> & Money,
  record: readonly string[],
  { places, map }: Pick<Heading, 'places' | 'map'>,
  { file, channel, known }: ReadingAs,
): BankLine {
  const cells = (at: readonly number[]) => at.map((place) => record[place] ?? '')
  const text = cells(places.text).filter(Boolean).join(' ')
  const named = places.account === undefined ? text : (record[places.account] ?? '')
  return {
    ...found,
    file,
    references: bankReferences(cells(places.references), text),
    channel: channel ?? map.channel ?? channelOf(text),
    text,
    account: accountNamed(named, known),
  }
}

const misplaced = (line: number, column: string, summaryFrom: number): Fault => ({
  line,
  column,
  value: '',
  reason: `A movement of money stands after the summary in line ${summaryFrom}: are these two statements in one file? Give them as two.`,
})

function recordsOf(path: string, text: string, { line, delimiter }: Heading): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
      delimiter,
      from_line: line + 1,
    }) as unknown as Parsed[]
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const at = typeof cause['lines'] === 'number' ? ` in line ${cause['lines']}` : ''
    throw new BadInput(
      `${path} is no table${at}: ${cause.message.split('\n')[0]}. Correct that line.`,
      { cause },
    )
  }
}
