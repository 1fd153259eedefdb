/**
 * What each event's data are, word for word, in the order of IBilling.sol. Everything that reads or writes an event
 * goes by this table: the decoder, the encoder, the account head, the columns of Postgres.
 */

/**
 * What one 256-bit word holds.
 * - `uint`: a whole number below 2⁵³ (ids, numbers, counts), read as `number`
 * - `day`: a civil day number, read as `DayNumber`
 * - `watt`, `wh`, `perUnit`: `Watt`, `Wh` (uint64), `PerUnit`, read as `bigint`
 * - `paise`: signed paise (int64; the ledger's totals int128), read as `Paise`
 * - `bool`, `address`, `bytes32`: read as `boolean`, and as lower-case 0x strings
 */
export type WordKind =
  'uint' | 'day' | 'watt' | 'wh' | 'perUnit' | 'paise' | 'bool' | 'address' | 'bytes32'

export type Layout = readonly (readonly [field: string, kind: WordKind])[]

const terms = [
  ['category', 'uint'],
  ['load', 'watt'],
  ['cycle', 'uint'],
  ['instalments', 'uint'],
  ['daysToPay', 'uint'],
  ['firstDay', 'day'],
  ['consumerKey', 'address'],
  ['termsHash', 'bytes32'],
  ['by', 'address'],
] as const satisfies Layout

export const layouts = {
  RateSet: [
    ['tariff', 'uint'],
    ['category', 'uint'],
    ['effectiveFrom', 'day'],
    ['basis', 'uint'],
    ['fixedPerKW', 'paise'],
    ['fixedPerConnection', 'paise'],
    ['dutyRate', 'uint'],
    ['dutyBase', 'uint'],
    ['dutyPerUnit', 'perUnit'],
    ['roundTo', 'paise'],
    ['orderHash', 'bytes32'],
    ['slabCount', 'uint'],
    ['slab1UpTo', 'wh'],
    ['slab1Rate', 'perUnit'],
    ['slab1Fuel', 'perUnit'],
    ['slab1Subsidy', 'perUnit'],
    ['slab2UpTo', 'wh'],
    ['slab2Rate', 'perUnit'],
    ['slab2Fuel', 'perUnit'],
    ['slab2Subsidy', 'perUnit'],
    ['slab3UpTo', 'wh'],
    ['slab3Rate', 'perUnit'],
    ['slab3Fuel', 'perUnit'],
    ['slab3Subsidy', 'perUnit'],
    ['slab4UpTo', 'wh'],
    ['slab4Rate', 'perUnit'],
    ['slab4Fuel', 'perUnit'],
    ['slab4Subsidy', 'perUnit'],
    ['slab5UpTo', 'wh'],
    ['slab5Rate', 'perUnit'],
    ['slab5Fuel', 'perUnit'],
    ['slab5Subsidy', 'perUnit'],
    ['slab6UpTo', 'wh'],
    ['slab6Rate', 'perUnit'],
    ['slab6Fuel', 'perUnit'],
    ['slab6Subsidy', 'perUnit'],
    ['slab7UpTo', 'wh'],
    ['slab7Rate', 'perUnit'],
    ['slab7Fuel', 'perUnit'],
    ['slab7Subsidy', 'perUnit'],
    ['slab8UpTo', 'wh'],
    ['slab8Rate', 'perUnit'],
    ['slab8Fuel', 'perUnit'],
    ['slab8Subsidy', 'perUnit'],
  ],
  RateWithdrawn: [
    ['tariff', 'uint'],
    ['category', 'uint'],
    ['effectiveFrom', 'day'],
  ],
  AgreementProposed: terms,
  AgreementAccepted: terms,
  MeterInstalled: [
    ['meter', 'address'],
    ['day', 'day'],
    ['multiplier', 'uint'],
    ['register', 'wh'],
    ['modulus', 'wh'],
    ['closing', 'wh'],
    ['rollover', 'bool'],
    ['carried', 'wh'],
    ['evidence', 'bytes32'],
  ],
  ConsumptionRecorded: [
    ['bill', 'uint'],
    ['meter', 'address'],
    ['kind', 'uint'],
    ['previous', 'wh'],
    ['present', 'wh'],
    ['multiplier', 'uint'],
    ['carried', 'wh'],
    ['rollover', 'bool'],
    ['start', 'day'],
    ['end', 'day'],
    ['wh', 'wh'],
    ['evidence', 'bytes32'],
  ],
  ChargeApplied: [
    ['bill', 'uint'],
    ['revision', 'uint'],
    ['firstDay', 'day'],
    ['numberOfDays', 'uint'],
    ['wh', 'wh'],
    ['tariff', 'uint'],
    ['load', 'watt'],
    ['energy', 'paise'],
    ['fixedCharge', 'paise'],
    ['fuel', 'paise'],
    ['duty', 'paise'],
    ['subsidy', 'paise'],
    ['charge', 'paise'],
  ],
  BillIssued: [
    ['number', 'uint'],
    ['start', 'day'],
    ['end', 'day'],
    ['gross', 'paise'],
    ['alreadyCharged', 'paise'],
    ['rounding', 'paise'],
    ['amount', 'paise'],
    ['dueDay', 'day'],
    ['balance', 'paise'],
  ],
  PaymentMade: [
    ['payer', 'address'],
    ['amount', 'paise'],
    ['channel', 'uint'],
    ['receiptReference', 'bytes32'],
    ['balance', 'paise'],
  ],
  PaymentReversed: [
    ['receiptReference', 'bytes32'],
    ['amount', 'paise'],
    ['channel', 'uint'],
    ['reason', 'uint'],
    ['balance', 'paise'],
  ],
  ConsumptionRevised: [
    ['bill', 'uint'],
    ['revision', 'uint'],
    ['previous', 'wh'],
    ['present', 'wh'],
    ['rollover', 'bool'],
    ['wh', 'wh'],
    ['grossBefore', 'paise'],
    ['grossAfter', 'paise'],
    ['difference', 'paise'],
    ['reason', 'uint'],
    ['document', 'bytes32'],
    ['balance', 'paise'],
  ],
  BillDisputed: [
    ['bill', 'uint'],
    ['amount', 'paise'],
    ['reasonHash', 'bytes32'],
  ],
  DisputeResolved: [
    ['bill', 'uint'],
    ['outcome', 'uint'],
    ['document', 'bytes32'],
  ],
  AdjustmentPosted: [
    ['amount', 'paise'],
    ['reason', 'uint'],
    ['bill', 'uint'],
    ['document', 'bytes32'],
    ['by', 'address'],
    ['balance', 'paise'],
  ],
  PeriodClosed: [
    ['month', 'uint'],
    ['opening', 'paise'],
    ['billed', 'paise'],
    ['adjusted', 'paise'],
    ['paid', 'paise'],
    ['closing', 'paise'],
  ],
  RoleChanged: [
    ['role', 'bytes32'],
    ['holder', 'address'],
    ['granted', 'bool'],
    ['by', 'address'],
  ],
  TreasurySwept: [
    ['amount', 'paise'],
    ['treasury', 'address'],
  ],
} as const satisfies Record<string, Layout>

export type EventName = keyof typeof layouts
