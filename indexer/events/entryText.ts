import type { EventOf } from '../../contracts/events/codec.ts'
import type { BillingEvent } from '../../contracts/events/codec.ts'
import {
  layouts,
  type EventName,
  type Layout,
  type WordKind,
} from '../../contracts/events/layouts.ts'
import type { WordValue } from '../../contracts/events/word.ts'
import type { Paise } from '../../contracts/rules/units.ts'

/** Where a log stands on the chain. */
export interface Place {
  block: number
  transactionIndex: number
  logIndex: number
}

/**
 * One entry as a line of COPY's text format: account, seq, place, then the event's words in the order of layouts.ts, which
 * is the order of its table's columns (a test holds them to it). One table instead of a file an event: the seventeen would
 * differ in nothing else.
 */
export const entryText = (event: BillingEvent, place: Place): string => {
  let line = `${bytesText(event.account)}\t${event.seq}\t${place.block}\t${place.transactionIndex}\t${place.logIndex}`
  const fields = event.fields as unknown as Record<string, WordValue>
  const words = layouts[event.name] as Layout
  for (const [field, kind] of words) line += `\t${wordText(kind, fields[field] as WordValue)}`
  return `${line}\n`
}

/** A 0x-string as COPY's text format writes bytea: the backslash escaped. */
export const bytesText = (hex: string): string => `\\\\x${hex.slice(2)}`

const wordText = (kind: WordKind, value: WordValue): string => {
  if (kind === 'address' || kind === 'bytes32') return bytesText(value as string)
  if (kind === 'bool') return value === true ? 't' : 'f'
  return String(value)
}

/** The amount that a block's total of the kind sums, in paise; events that are no sum of money have none. */
const amounts: { readonly [Name in EventName]?: (fields: EventOf<Name>['fields']) => Paise } = {
  ChargeApplied: (fields) => fields.charge,
  BillIssued: (fields) => fields.amount,
  PaymentMade: (fields) => fields.amount,
  PaymentReversed: (fields) => fields.amount,
  ConsumptionRevised: (fields) => fields.difference,
  BillDisputed: (fields) => fields.amount,
  AdjustmentPosted: (fields) => fields.amount,
  TreasurySwept: (fields) => fields.amount,
}

/** The event's amount in paise, or 0. */
export const amountOf = (event: BillingEvent): bigint => {
  const amount = amounts[event.name] as ((fields: BillingEvent['fields']) => Paise) | undefined
  return amount?.(event.fields) ?? 0n
}
