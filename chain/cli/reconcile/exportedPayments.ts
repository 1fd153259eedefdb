import { CsvError, parse } from 'csv-parse/sync'
import { paise } from '../../../contracts/rules/units.ts'
import { BadInput } from '../exit.ts'
import { parseDay } from '../quantities.ts'
import type { Payment } from './payment.ts'

const needed = [
  'day',
  'account',
  'amountPaise',
  'channel',
  'reference',
  'reversedDay',
  'seq',
  'transaction',
  'block',
] as const
type Column = (typeof needed)[number]

/** Payments from the text of the portal's `/payments.csv`. Throws `BadInput` with line and column. */
export function exportedPayments(source: string, text: string): Payment[] {
  const [heading = [], ...rows] = rowsOf(source, text)
  const places = new Map<string, number>(heading.map((name, place) => [name, place]))
  const missing = needed.filter((name) => !places.has(name))
  if (missing.length > 0) {
    throw new BadInput(
      `${source} is no export of payments: it has no column ${missing.join(', ')}. Take the portal's /payments.csv.`,
    )
  }
  return rows.map((row, at) => {
    const cell = (column: Column): string => row[places.get(column) ?? -1] ?? ''
    const refuse = (column: Column): never => {
      throw new BadInput(
        `${source} can't be used: line ${at + 2}, column ${column}: "${cell(column)}". Take the portal's /payments.csv again.`,
      )
    }
    const read = (column: Column, form: RegExp): string =>
      form.test(cell(column)) ? cell(column) : refuse(column)
    const reference = read('reference', /^(0x[0-9a-f]{64})?$/)
    const reversedDay = read('reversedDay', /^(\d{4}-\d\d-\d\d)?$/)
    return {
      account: read('account', /^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z*~$=]$/),
      day: parseDay(read('day', /^\d{4}-\d\d-\d\d$/)),
      reversedDay: reversedDay === '' ? undefined : parseDay(reversedDay),
      amount: paise(BigInt(read('amountPaise', /^\d{1,19}$/))),
      channel: read('channel', /^[a-z0-9]+$/),
      reference: reference === '' ? undefined : reference,
      seq: Number(read('seq', /^\d{1,10}$/)),
      transaction: read('transaction', /^0x[0-9a-f]{64}$/),
      block: Number(read('block', /^\d{1,10}$/)),
    }
  })
}

/** A row that is cut short is refused by the parser: a file broken off in its middle is found. */
function rowsOf(source: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new BadInput(`${source} is no table: ${cause.message.split('\n')[0]}. Take it again.`, {
      cause,
    })
  }
}
