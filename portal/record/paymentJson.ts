import { dayInIndia, formatDay } from '../../contracts/rules/day.ts'
import { channelId } from '../words/channel.ts'
import type { EntryOf } from './entry.ts'

/** One instalment for machines. `balancePaise` is what the account owed after it; `reversed`: it was taken back. */
export const paymentJson = ({ seq, fields, at }: EntryOf<'PaymentMade'>, reversed: boolean) => ({
  amountPaise: String(fields.amount),
  balancePaise: String(fields.balance),
  channel: channelId(fields.channel),
  day: formatDay(dayInIndia(at.timestamp)),
  reference: fields.channel === 0 ? null : fields.receiptReference,
  reversed,
  payer: fields.channel === 0 ? fields.payer : null,
  seq,
  transaction: at.transaction,
  block: at.block,
})
