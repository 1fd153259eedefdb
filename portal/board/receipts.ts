import type { ExpressionBuilder } from 'kysely'
import { type DayNumber, dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { Tables } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import { daysBefore } from './ages.ts'

/** Receipts of one day and channel, as a bank's statement has them: what came, and what was taken back. */
export interface DayReceipts extends Received {
  readonly day: DayNumber
}

/** What came through a channel, and what of all its receipts was taken back meanwhile. */
export interface Received {
  readonly channel: number
  readonly received: number
  readonly receivedPaise: Paise
  readonly returned: number
  readonly returnedPaise: Paise
  readonly net: Paise
}

export interface ReceiptsPage {
  /** Newest day first, then by channel. */
  readonly receipts: readonly DayReceipts[]
  readonly from: DayNumber
  readonly to: DayNumber
  /** Whether there are earlier receipts. */
  readonly hasEarlier: boolean
}

/** Days on one page. */
export const DAYS = 14

const sums = ({ fn }: ExpressionBuilder<Tables, 'block_receipt'>) => [
  'channel' as const,
  fn.sum<number>('received').as('received'),
  fn.sum<bigint>('received_paise').as('received_paise'),
  fn.sum<number>('returned').as('returned'),
  fn.sum<bigint>('returned_paise').as('returned_paise'),
]

/** Receipts of the days up to `to`, summed from the blocks' summary rows of these days alone. */
export const readReceipts = async (db: Ledger, to: DayNumber): Promise<ReceiptsPage> => {
  const from = daysBefore(to, DAYS - 1)
  const rows = await db
    .selectFrom('block_receipt')
    .select('day')
    .select(sums)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'channel'])
    .orderBy('day', 'desc')
    .orderBy('channel')
    .execute()
  const earlier = await db
    .selectFrom('block_receipt')
    .select('day')
    .where('day', '<', from)
    .limit(1)
    .executeTakeFirst()
  return {
    receipts: rows.map((row) => ({ day: dayNumber(row.day), ...receivedOf(row) })),
    from,
    to,
    hasEarlier: earlier !== undefined,
  }
}

/** What was received in a period by channel (one only, where given), summed likewise. */
export const receivedByChannel = async (
  db: Ledger,
  from: DayNumber,
  to: DayNumber,
  channel: number | undefined,
): Promise<Received[]> => {
  let query = db
    .selectFrom('block_receipt')
    .select(sums)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('channel')
    .orderBy('channel')
  if (channel !== undefined) query = query.where('channel', '=', channel)
  return (await query.execute()).map(receivedOf)
}

interface ReceivedRow {
  readonly channel: number
  readonly received: number
  readonly received_paise: bigint
  readonly returned: number
  readonly returned_paise: bigint
}

const receivedOf = (row: ReceivedRow): Received => ({
  channel: row.channel,
  received: row.received,
  receivedPaise: paise(row.received_paise),
  returned: row.returned,
  returnedPaise: paise(row.returned_paise),
  net: paise(row.received_paise - row.returned_paise),
})
