import type { EventName } from '../contracts/events/layouts.ts'
import type { EntryRow } from './columns.ts'
import { accountColumns, type AccountRow } from './tables/account.ts'
import { accountBalanceColumns, type AccountBalanceRow } from './tables/accountBalance.ts'
import { actorTotalColumns, type ActorTotalRow } from './tables/actorTotal.ts'
import { adjustmentColumns, type AdjustmentRow } from './tables/adjustment.ts'
import { agreementColumns, type AgreementRow } from './tables/agreement.ts'
import { agreementProposalColumns, type AgreementProposalRow } from './tables/agreementProposal.ts'
import { billColumns, type BillRow } from './tables/bill.ts'
import { blockColumns, type BlockRow } from './tables/block.ts'
import { blockReceiptColumns, type BlockReceiptRow } from './tables/blockReceipt.ts'
import { blockTotalColumns, type BlockTotalRow } from './tables/blockTotal.ts'
import { chargeColumns, type ChargeRow } from './tables/charge.ts'
import { checkpointColumns, type CheckpointRow } from './tables/checkpoint.ts'
import { daySealColumns, type DaySealRow } from './tables/daySeal.ts'
import { dayTotalColumns, type DayTotalRow } from './tables/dayTotal.ts'
import { deferredIndexColumns, type DeferredIndexRow } from './tables/deferredIndex.ts'
import { disputeColumns, type DisputeRow } from './tables/dispute.ts'
import { disputeResolutionColumns, type DisputeResolutionRow } from './tables/disputeResolution.ts'
import { indexerStatusColumns, type IndexerStatusRow } from './tables/indexerStatus.ts'
import { meterColumns, type MeterRow } from './tables/meter.ts'
import { openSumColumns, type OpenSumRow } from './tables/openSum.ts'
import { openTotalColumns, type OpenTotalRow } from './tables/openTotal.ts'
import { orphanColumns, type OrphanRow } from './tables/orphan.ts'
import { outlierColumns, type OutlierRow } from './tables/outlier.ts'
import { outlierTotalColumns, type OutlierTotalRow } from './tables/outlierTotal.ts'
import { paymentColumns, type PaymentRow } from './tables/payment.ts'
import { paymentReversalColumns, type PaymentReversalRow } from './tables/paymentReversal.ts'
import { periodClosingColumns, type PeriodClosingRow } from './tables/periodClosing.ts'
import { rateColumns, type RateRow } from './tables/rate.ts'
import { rateWithdrawalColumns, type RateWithdrawalRow } from './tables/rateWithdrawal.ts'
import { readingColumns, type ReadingRow } from './tables/reading.ts'
import { revisionColumns, type RevisionRow } from './tables/revision.ts'
import { roleChangeColumns, type RoleChangeRow } from './tables/roleChange.ts'
import { staleAccountColumns, type StaleAccountRow } from './tables/staleAccount.ts'
import { sweepColumns, type SweepRow } from './tables/sweep.ts'
import { tariffTotalColumns, type TariffTotalRow } from './tables/tariffTotal.ts'
import { transactionColumns, type TransactionRow } from './tables/transaction.ts'

/** The tables of events: one row an entry. */
export interface EntryTables {
  rate: RateRow
  rate_withdrawal: RateWithdrawalRow
  agreement_proposal: AgreementProposalRow
  agreement: AgreementRow
  meter: MeterRow
  reading: ReadingRow
  charge: ChargeRow
  bill: BillRow
  payment: PaymentRow
  payment_reversal: PaymentReversalRow
  revision: RevisionRow
  dispute: DisputeRow
  dispute_resolution: DisputeResolutionRow
  adjustment: AdjustmentRow
  period_closing: PeriodClosingRow
  role_change: RoleChangeRow
  sweep: SweepRow
}

/** A table of events. */
export type EntryKind = keyof EntryTables

/** What the indexer knows of the chain itself. */
export interface ChainTables {
  account: AccountRow
  account_balance: AccountBalanceRow
  actor_total: ActorTotalRow
  block: BlockRow
  block_receipt: BlockReceiptRow
  block_total: BlockTotalRow
  checkpoint: CheckpointRow
  day_seal: DaySealRow
  day_total: DayTotalRow
  deferred_index: DeferredIndexRow
  indexer_status: IndexerStatusRow
  open_sum: OpenSumRow
  open_total: OpenTotalRow
  orphan: OrphanRow
  outlier: OutlierRow
  outlier_total: OutlierTotalRow
  stale_account: StaleAccountRow
  tariff_total: TariffTotalRow
  transaction: TransactionRow
}

/** View: every entry of every account, whichever table holds it. `kind` is that table's name. */
export interface EntryView extends EntryRow {
  kind: EntryKind
}

/** The schema, as Kysely is told it. */
export interface Tables extends EntryTables, ChainTables {
  entry: EntryView
}

/** Which table an event is stored in. */
export const tableOf = {
  RateSet: 'rate',
  RateWithdrawn: 'rate_withdrawal',
  AgreementProposed: 'agreement_proposal',
  AgreementAccepted: 'agreement',
  MeterInstalled: 'meter',
  ConsumptionRecorded: 'reading',
  ChargeApplied: 'charge',
  BillIssued: 'bill',
  PaymentMade: 'payment',
  PaymentReversed: 'payment_reversal',
  ConsumptionRevised: 'revision',
  BillDisputed: 'dispute',
  DisputeResolved: 'dispute_resolution',
  AdjustmentPosted: 'adjustment',
  PeriodClosed: 'period_closing',
  RoleChanged: 'role_change',
  TreasurySwept: 'sweep',
} as const satisfies Record<EventName, EntryKind>

/** Columns of the tables of events, in the catalogue's order. */
export const entryTables = {
  rate: rateColumns,
  rate_withdrawal: rateWithdrawalColumns,
  agreement_proposal: agreementProposalColumns,
  agreement: agreementColumns,
  meter: meterColumns,
  reading: readingColumns,
  charge: chargeColumns,
  bill: billColumns,
  payment: paymentColumns,
  payment_reversal: paymentReversalColumns,
  revision: revisionColumns,
  dispute: disputeColumns,
  dispute_resolution: disputeResolutionColumns,
  adjustment: adjustmentColumns,
  period_closing: periodClosingColumns,
  role_change: roleChangeColumns,
  sweep: sweepColumns,
} as const satisfies Record<EntryKind, object>

/** Columns of the other tables. */
export const chainTables = {
  account: accountColumns,
  account_balance: accountBalanceColumns,
  actor_total: actorTotalColumns,
  block: blockColumns,
  block_receipt: blockReceiptColumns,
  block_total: blockTotalColumns,
  checkpoint: checkpointColumns,
  day_seal: daySealColumns,
  day_total: dayTotalColumns,
  deferred_index: deferredIndexColumns,
  indexer_status: indexerStatusColumns,
  open_sum: openSumColumns,
  open_total: openTotalColumns,
  orphan: orphanColumns,
  outlier: outlierColumns,
  outlier_total: outlierTotalColumns,
  stale_account: staleAccountColumns,
  tariff_total: tariffTotalColumns,
  transaction: transactionColumns,
} as const satisfies Record<keyof ChainTables, object>
