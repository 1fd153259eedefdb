import type { Json } from '../answer.ts'
import { receivedJson } from '../board/json.ts'
import type { Received } from '../board/receipts.ts'
import type { EntryOf } from '../record/entry.ts'
import { paymentJson } from '../record/paymentJson.ts'
import { whose } from '../record/whose.ts'
import { channelId } from '../words/channel.ts'
import type { MoneyTotals } from './query.ts'

/** `subtotals` by channel where a period of at most 31 days was asked for, else null. */
export const paymentsJson = ({
  payments,
  totals,
  subtotals,
  isUnfinished,
  next,
}: {
  readonly payments: readonly {
    readonly payment: EntryOf<'PaymentMade'>
    readonly reversal: EntryOf<'PaymentReversed'> | null
  }[]
  readonly totals: MoneyTotals
  readonly subtotals: readonly Received[] | null
  readonly isUnfinished: boolean
  readonly next: string | null
}): Json => ({
  totals: {
    billedPaise: String(totals.billed),
    adjustedPaise: String(totals.adjusted),
    paidPaise: String(totals.paid),
    owedPaise: String(totals.owed),
  },
  subtotals:
    subtotals?.map((each) => ({ channel: channelId(each.channel), ...receivedJson(each) })) ?? null,
  payments: payments.map(({ payment, reversal }) => {
    const owner = whose(payment.account)
    return {
      account: owner.kind === 'account' ? owner.code : null,
      ...paymentJson(payment, reversal !== null),
    }
  }),
  isUnfinished,
  next,
})
