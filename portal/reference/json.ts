import { formatDay, dayInIndia } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import { paymentJson } from '../record/paymentJson.ts'
import { whose } from '../record/whose.ts'
import type { FoundReference } from './query.ts'

/** `payment` is null while the receipt is not recorded, `reversal` unless it was taken back. */
export const referenceJson = ({ reference, payment, reversal }: FoundReference): Json => {
  const owner = payment === null ? null : whose(payment.account)
  return {
    reference,
    recorded: payment !== null,
    account: owner?.kind === 'account' ? owner.code : null,
    payment: payment === null ? null : paymentJson(payment, reversal !== null),
    reversal:
      reversal === null
        ? null
        : {
            day: formatDay(dayInIndia(reversal.at.timestamp)),
            reason: reversal.fields.reason,
            seq: reversal.seq,
            transaction: reversal.at.transaction,
            block: reversal.at.block,
          },
  }
}
