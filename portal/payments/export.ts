import { hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { dayInIndia, formatDay } from '../../contracts/rules/day.ts'
import type { Cursor } from '../list/cursor.ts'
import { blocksOf } from '../list/dayBounds.ts'
import { exportByKey } from '../list/listExport.ts'
import { directionOf, followsBy, type Order } from '../list/order.ts'
import type { Ledger } from '../readOnly.ts'
import { channelId } from '../words/channel.ts'
import type { PaymentFilter } from './filter.ts'

const columns = [
  'day',
  'account',
  'amountPaise',
  'channel',
  'reference',
  'reversedDay',
  'payer',
  'balancePaise',
  'seq',
  'transaction',
  'block',
  'logIndex',
] as const

/** The payments that the filter lets through. `reversedDay` is the day on which one was taken back, else empty. */
export const paymentsExport = (filter: PaymentFilter, order: Order) =>
  exportByKey('payments', columns, async (db, place: Cursor | null, limit) => {
    const found = await paymentsAfter(db, filter, { ...order, place }, limit)
    const last = found.length < limit ? undefined : found.at(-1)
    // A channel has no index: its rows are picked here, so that no chunk looks for a rare one through the whole ledger.
    const wanted = found.filter(
      ({ channel }) => filter.channel === undefined || channel === filter.channel,
    )
    return {
      rows: wanted.map(paymentRow),
      next: last === undefined ? null : { block: last.block_number, logIndex: last.log_index },
    }
  })

const paymentRow = (row: Awaited<ReturnType<typeof paymentsAfter>>[number]) => ({
  day: formatDay(dayInIndia(row.timestamp)),
  account: codeOf(hexOf(row.account)),
  amountPaise: String(row.amount_paise),
  channel: channelId(row.channel),
  reference: row.channel === 0 ? null : hexOf(row.receipt_reference),
  reversedDay:
    row.reversed_timestamp === null ? null : formatDay(dayInIndia(row.reversed_timestamp)),
  payer: row.channel === 0 ? hexOf(row.payer) : null,
  balancePaise: String(row.balance_paise),
  seq: row.seq,
  transaction: hexOf(row.hash),
  block: row.block_number,
  logIndex: row.log_index,
})

const paymentsAfter = async (db: Ledger, filter: PaymentFilter, order: Order, limit: number) => {
  const blocks = await blocksOf(db, filter)
  if (blocks === null) return []
  let query = db
    .selectFrom('payment')
    .innerJoin('block', 'block.number', 'payment.block_number')
    .innerJoin('transaction', (join) =>
      join
        .onRef('transaction.block_number', '=', 'payment.block_number')
        .onRef('transaction.transaction_index', '=', 'payment.transaction_index'),
    )
    // Native payments share the empty reference, and can't be reversed.
    .leftJoin('payment_reversal', (join) =>
      join
        .onRef('payment_reversal.account', '=', 'payment.account')
        .onRef('payment_reversal.receipt_reference', '=', 'payment.receipt_reference'),
    )
    .leftJoin('block as reversed', 'reversed.number', 'payment_reversal.block_number')
    .select([
      'payment.account',
      'payment.seq',
      'payment.block_number',
      'payment.log_index',
      'payment.payer',
      'payment.amount_paise',
      'payment.channel',
      'payment.receipt_reference',
      'payment.balance_paise',
      'block.timestamp',
      'transaction.hash',
      'reversed.timestamp as reversed_timestamp',
    ])
    .orderBy('payment.block_number', directionOf(order))
    .orderBy('payment.log_index', directionOf(order))
    .limit(limit)
  if (blocks.first !== undefined) query = query.where('payment.block_number', '>=', blocks.first)
  if (blocks.next !== undefined) query = query.where('payment.block_number', '<', blocks.next)
  const { place } = order
  if (place !== null)
    query = query.where((eb) =>
      eb(
        eb.refTuple('payment.block_number', 'payment.log_index'),
        followsBy(order),
        eb.tuple(place.block, place.logIndex),
      ),
    )
  return query.execute()
}
