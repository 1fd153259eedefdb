import {
  boundsOf,
  bounds,
  type Bounds,
  type WordValue,
  type WordValues,
  type Words,
} from './word.ts'
import { type EventName, type Layout, layouts, type WordKind } from './layouts.ts'
import { signedWords } from './signatures.ts'

/** The members of an event's data, by the names of IBilling.sol. */
export type FieldsOf<Name extends EventName> = Name extends EventName
  ? { readonly [Word in (typeof layouts)[Name][number] as Word[0]]: WordValues[Word[1]] }
  : never

/** The bounds of each word of the event. */
export const wordBounds = (name: EventName): Bounds[] => {
  const signed = signedWords(name)
  return (layouts[name] as Layout).map(([, kind], i) => {
    const isSigned = signed[i] === true
    // The ledger's totals are wider than any account's money.
    return name === 'PeriodClosed' && isSigned ? bounds.int128 : boundsOf(kind, isSigned)
  })
}

/**
 * The readers of the events that make up nearly all of a ledger, written out: as object literals they take a quarter of
 * the time that setting members by name in a loop takes.
 */
const often = {
  ConsumptionRecorded: (words) => ({
    bill: words.uint(0),
    meter: words.address(32),
    kind: words.uint(64),
    previous: words.wh(96),
    present: words.wh(128),
    multiplier: words.uint(160),
    carried: words.wh(192),
    rollover: words.bool(224),
    start: words.day(256),
    end: words.day(288),
    wh: words.wh(320),
    evidence: words.bytes32(352),
  }),
  ChargeApplied: (words) => ({
    bill: words.uint(0),
    revision: words.uint(32),
    firstDay: words.day(64),
    numberOfDays: words.uint(96),
    wh: words.wh(128),
    tariff: words.uint(160),
    load: words.watt(192),
    energy: words.amount(224),
    fixedCharge: words.amount(256),
    fuel: words.paise(288),
    duty: words.amount(320),
    subsidy: words.amount(352),
    charge: words.paise(384),
  }),
  BillIssued: (words) => ({
    number: words.uint(0),
    start: words.day(32),
    end: words.day(64),
    gross: words.paise(96),
    alreadyCharged: words.paise(128),
    rounding: words.paise(160),
    amount: words.paise(192),
    dueDay: words.day(224),
    balance: words.paise(256),
  }),
  PaymentMade: (words) => ({
    payer: words.address(0),
    amount: words.amount(32),
    channel: words.uint(64),
    receiptReference: words.bytes32(96),
    balance: words.paise(128),
  }),
} satisfies { readonly [Name in EventName]?: (words: Words) => FieldsOf<Name> }

/** Reads the data of the event; its words have been counted. Throws `WordOutOfBounds`. */
export const fieldsReader = (name: EventName): ((words: Words) => FieldsOf<EventName>) =>
  name in often ? often[name as keyof typeof often] : seldom(name)

const seldom = (name: EventName) => {
  const within = wordBounds(name)
  const members = (layouts[name] as Layout).map(
    ([field, kind], i) => [field, methodOf(kind, within[i] as Bounds)] as const,
  )
  return (words: Words): FieldsOf<EventName> => {
    const fields: Record<string, WordValue> = {}
    for (const [i, [field, method]] of members.entries()) fields[field] = words[method](32 * i)
    return fields as FieldsOf<EventName>
  }
}

const methodOf = (kind: WordKind, within: Bounds) => {
  if (kind === 'perUnit' && within.min < 0n) return 'fuelPerUnit'
  if (kind !== 'paise' || within === bounds.int64) return kind
  return within === bounds.int128 ? 'total' : 'amount'
}
