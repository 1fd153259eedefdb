import type { Reading } from '../consumption.ts'
import type { DayNumber, Paise, Wh } from '../units.ts'

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

/** A real reading as it stands now, with what its correction must leave as it is. */
export interface RealReading {
  readonly bill: AuditedBill
  reading: Reading
  revision: number
  gross: Paise
  readonly estimates: Estimates
  /** Its previous register is the one that its meter was installed with. */
  readonly isFirstOfMeter: boolean
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
