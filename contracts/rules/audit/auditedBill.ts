import type { EventOf } from '../../events/codec.ts'
import type { BillDerivation } from '../bill.ts'
import type { Reading } from '../consumption.ts'
import type { DayNumber, Paise, Wh } from '../units.ts'
import type { Findings } from './findings.ts'

/** A bill as recorded, its units as the last correction restated them. */
export interface AuditedBill {
  readonly number: number
  readonly start: DayNumber
  readonly end: DayNumber
  wh: Wh
  /** As issued. */
  readonly amount: Paise
  /** As its corrections left it. */
  corrected: Paise
  readonly dueDay: DayNumber
  readonly isEstimated: boolean
}

/** Estimated bills, whose amounts the next real one has already charged. */
export type Estimates = readonly { readonly number: number; readonly amount: Paise }[]

/** A reading as it stands now, with what its correction must leave as it is. */
export interface StandingReading {
  readonly bill: AuditedBill
  reading: Reading
  revision: number
  gross: Paise
  readonly estimates: Estimates
  /** Its previous register is the one that its meter was installed with. */
  readonly isFirstOfMeter: boolean
}

/** A bill's reading and sums at some time: as recorded, or as a correction left them. */
export interface BillState {
  readonly previous: Wh
  readonly present: Wh
  readonly wh: Wh
  readonly gross: Paise
  readonly amount: Paise
}

/** A correction of a bill, beside what the record says it corrects and what the restated register makes of it. */
export interface AuditedCorrection {
  readonly event: EventOf<'ConsumptionRevised'>
  readonly before: BillState
  /** As recorded. */
  readonly after: BillState
  /** Worked out anew from the record and the restated register; null where the rules refuse it. */
  readonly derived: BillDerivation | null
  /** Where it is not true to the record, its charges included; nothing where it is. */
  readonly found: Findings
}

/** What the contract keeps in an account's standing slot. */
export interface AccountStanding {
  readonly seq: number
  readonly balance: Paise
  readonly register: Wh
  readonly realDay: DayNumber
  readonly bills: number
  readonly terms: number
  readonly estimates: number
  readonly isClosed: boolean
  readonly isPending: boolean
}
