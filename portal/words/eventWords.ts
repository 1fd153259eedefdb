import type { EventName } from '../../contracts/events/layouts.ts'
import type { EntryKind } from '../../migrations/tables.ts'
import { eventOfTable } from '../record/eventOfRow.ts'

/** What each kind of entry is called, where a list or a filter names it. */
export const eventWords: Readonly<Record<EventName, string>> = {
  RateSet: 'Rate set',
  RateWithdrawn: 'Rate withdrawn',
  AgreementProposed: 'Agreement proposed',
  AgreementAccepted: 'Agreement accepted',
  MeterInstalled: 'Meter installed',
  ConsumptionRecorded: 'Reading',
  ChargeApplied: 'Charge',
  BillIssued: 'Bill',
  PaymentMade: 'Payment',
  PaymentReversed: 'Payment reversed',
  ConsumptionRevised: 'Reading corrected',
  BillDisputed: 'Bill disputed',
  DisputeResolved: 'Dispute resolved',
  AdjustmentPosted: 'Adjustment',
  PeriodClosed: 'Month closed',
  RoleChanged: 'Role changed',
  TreasurySwept: 'Sweep to the treasury',
}

/** The same by the table that holds such entries. */
export const kindWords = (kind: EntryKind): string => eventWords[eventOfTable(kind)]
