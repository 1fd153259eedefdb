import { type DayNumber, dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'
import { daysBefore } from './ages.ts'

/** Receipts of one day and channel, as a bank's statement has them: what came, and what was taken back. */
export interface DayReceipts {
  readonly day: DayNumber
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

/** Receipts of the days up to `to`, summed from the blocks' summary rows of these days alone. */
export const readReceipts = async (db: Ledger, to: DayNumber): Promise<ReceiptsPage> => {
  const from = daysBefore(to, DAYS - 1)
  const rows = await db
    .selectFrom('block_receipt')
    .select(({ fn }) => [
      'day',
      'channel',
      fn.sum<number>('received').as('received'),
      fn.sum<bigint>('received_paise').as('received_paise'),
      fn.sum<number>('returned').as('returned'),
      fn.sum<bigint>('returned_paise').as('returned_paise'),
    ])
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
    receipts: rows.map(({ day, channel, received, received_paise, returned, returned_paise }) => ({
      day: dayNumber(day),
      channel,
      received,
      receivedPaise: paise(received_paise),
      returned,
      returnedPaise: paise(returned_paise),
      net: paise(received_paise - returned_paise),
    })),
    from,
    to,
    hasEarlier: earlier !== undefined,
  }
}
