import type { Hex } from '../../contracts/events/hex.ts'
import { topicOf } from '../../contracts/events/topics.ts'
import type { Paise } from '../../contracts/rules/units.ts'
import { nameOf } from './accountBook.ts'
import type { BatchRow } from './batch.ts'
import { billing } from './contract.ts'
import type { Cells, Fault, Row } from './csvRows.ts'
import { findEvents } from './events.ts'
import type { Ledger } from './ledger.ts'
import { formatRupees, parseRupees, parseWhole } from './quantities.ts'
import { type Channel, channels, parseChannel, receiptReference } from './receiptReference.ts'

/** Receipts as rows of a CSV file. `hash` is what is recorded of the bank reference. */
export type ReceiptRow = {
  readonly account: Hex
  readonly amount: Paise
  readonly channel: Channel
  readonly hash: string
  /** As it stands in the file. */
  readonly bankReference: string
  readonly part: number
}

/** A note is for people: "wattledger reconcile" says there which line of the bank's file it was. */
export const receiptColumns = {
  required: ['account', 'amount', 'channel', 'reference'],
  optional: ['part', 'note'],
} as const

export const readReceiptRow =
  (accountNamed: (text: string) => Hex, secret: string) =>
  ({ read, optional }: Cells): ReceiptRow => {
    const account = read('account', accountNamed)
    const amount = read('amount', parseRupees)
    const channel = read('channel', parseChannel)
    const part = optional('part', (text) => parseWhole(text, 'part', 1, 4_294_967_295), 1)
    const [hash, bankReference] = read('reference', (text) => [
      receiptReference(secret, channel, text, part),
      text,
    ])
    return { account, amount, channel, hash, bankReference, part }
  }

/** Rows of one file that name the same receipt: the second would be refused by the ledger. */
export function doubledReceipts(rows: readonly Row<ReceiptRow>[]): Fault[] {
  const seen = new Map<string, number>()
  return rows.flatMap(({ line, value: { hash } }) => {
    const first = seen.get(hash)
    seen.set(hash, first ?? line)
    return first === undefined
      ? []
      : [
          {
            line,
            column: 'reference',
            value: '',
            reason: `This receipt stands in line ${first} already: remove one, or tell them apart by the column part.`,
          },
        ]
  })
}

export const receiptCall = (line: number, row: ReceiptRow): BatchRow => {
  const { account, amount, channel, hash } = row
  return {
    line,
    account,
    call: billing.encodeFunctionData('postReceipt', [account, channels[channel], amount, hash]),
    what: `${formatRupees(amount)} by ${channel} on ${nameOf(account)}`,
    identity: identityOf(account, channels[channel], amount, hash),
  }
}

/** Which receipts of these accounts are recorded, as `BatchRow.identity` tells them. */
export async function recordedReceipts(
  ledger: Ledger,
  accounts: readonly Hex[],
): Promise<Set<string>> {
  const found = await findEvents(ledger, [topicOf('PaymentMade'), accounts], 'latest')
  return new Set(
    found.flatMap(({ event: { name, account, fields } }) =>
      name === 'PaymentMade'
        ? [identityOf(account, fields.channel, fields.amount, fields.receiptReference)]
        : [],
    ),
  )
}

const identityOf = (...parts: readonly (string | number | bigint)[]) => parts.join(' ')
