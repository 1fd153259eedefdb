import { type Received, receivedByChannel } from '../board/receipts.ts'
import type { Ledger } from '../readOnly.ts'
import type { PaymentFilter } from './filter.ts'

/** A period of at most so many days is added up. */
const DAYS = 31

/** What came and was taken back by channel; null where no short period was asked for. */
export const readSubtotals = async (
  db: Ledger,
  { channel, from, to }: PaymentFilter,
): Promise<Received[] | null> =>
  from === undefined || to === undefined || to - from >= DAYS
    ? null
    : receivedByChannel(db, from, to, channel)
