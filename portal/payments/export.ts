import { hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { dayInIndia, formatDay } from '../../contracts/rules/day.ts'
import type { Cursor } from '../list/cursor.ts'
import type { ListExport } from '../list/export.ts'
import type { Ledger } from '../readOnly.ts'
import { channelId } from '../words/channel.ts'

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

/** Every payment, newest first. `reversedDay` is the day on which it was taken back, else empty. */
export const paymentsExport: ListExport<Cursor, (typeof columns)[number]> = {
  name: 'payments',
  columns,
  chunk: async (db, after, limit) => {
    const found = await paymentsAfter(db, after, limit)
    const last = found.length < limit ? undefined : found.at(-1)
    return {
      rows: found.map((row) => ({
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
      })),
      next: last === undefined ? null : { block: last.block_number, logIndex: last.log_index },
    }
  },
}

const paymentsAfter = (db: Ledger, after: Cursor | null, limit: number) => {
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
    .orderBy('payment.block_number', 'desc')
    .orderBy('payment.log_index', 'desc')
    .limit(limit)
  if (after !== null)
    query = query.where((eb) =>
      eb(
        eb.refTuple('payment.block_number', 'payment.log_index'),
        '<',
        eb.tuple(after.block, after.logIndex),
      ),
    )
  return query.execute()
}
