import type { Hex } from '../../contracts/events/hex.ts'
import { topicOf } from '../../contracts/events/topics.ts'
import type { DayNumber, Wh } from '../../contracts/rules/units.ts'
import { decimalText } from '../../contracts/rules/decimal.ts'
import { nameOf } from './accountBook.ts'
import type { BatchRow } from './batch.ts'
import { billing } from './contract.ts'
import type { Cells } from './csvRows.ts'
import { findEvents } from './events.ts'
import { BadInput } from './exit.ts'
import type { Ledger } from './ledger.ts'
import { formatDay, formatKwh, parseDay, parseKwh } from './quantities.ts'
import type { SignedReading } from './signedReading.ts'

/** Signed readings as rows of a CSV file. */
export type ReadingRow = {
  readonly account: Hex
  readonly day: DayNumber
  readonly register: Wh
  readonly rollover: boolean
  readonly r: string
  readonly vs: string
}

export const readingColumns = {
  required: ['account', 'day', 'register_kwh', 'r', 'vs'],
  optional: ['rollover'],
} as const

export const signedReadingsHead = 'account,day,register_kwh,rollover,r,vs'

export const signedReadingRow = (
  { account, day, registerWh, r, vs }: SignedReading,
  rollover: boolean,
): string => {
  const register = decimalText(BigInt(registerWh), 3, 0).replaceAll(',', '')
  return [account, day, register, rollover ? 'yes' : '', r, vs].join(',')
}

export const readReadingRow =
  (accountNamed: (text: string) => Hex) =>
  ({ read, optional }: Cells): ReadingRow => ({
    account: read('account', accountNamed),
    day: read('day', parseDay),
    register: read('register_kwh', parseKwh),
    rollover: optional('rollover', parseYes, false),
    r: read('r', parseWord),
    vs: read('vs', parseWord),
  })

export const readingCall = (line: number, row: ReadingRow): BatchRow => ({
  line,
  account: row.account,
  call: billing.encodeFunctionData('submitReading', [
    row.account,
    row.register,
    BigInt(row.day),
    row.rollover,
    row.r,
    row.vs,
  ]),
  what: `${formatKwh(row.register)} of ${nameOf(row.account)} on ${formatDay(row.day)}`,
  identity: identityOf(row.account, row.day, row.register, row.rollover),
})

/** Which signed readings of these accounts are recorded, as `BatchRow.identity` tells them. */
export async function recordedReadings(
  ledger: Ledger,
  accounts: readonly Hex[],
): Promise<Set<string>> {
  const found = await findEvents(ledger, [topicOf('ConsumptionRecorded'), accounts], 'latest')
  return new Set(
    found.flatMap(({ event }) =>
      event.name === 'ConsumptionRecorded' && event.fields.kind === 0
        ? [identityOf(event.account, event.fields.end, event.fields.present, event.fields.rollover)]
        : [],
    ),
  )
}

const identityOf = (...parts: readonly (string | number | bigint | boolean)[]) => parts.join(' ')

function parseYes(text: string): boolean {
  if (/^(yes|true|1)$/i.test(text)) return true
  if (/^(no|false|0)$/i.test(text)) return false
  throw new BadInput(`"${text}" says neither yes nor no: write yes, or leave it empty.`)
}

function parseWord(text: string): string {
  if (/^0x[0-9a-fA-F]{64}$/.test(text)) return text.toLowerCase()
  throw new BadInput(
    `"${text.slice(0, 20)}" is no half of a signature: it is 0x and 64 hexadecimal digits, as "wattledger meter simulate --csv" writes them.`,
  )
}
