import { paise, wh } from '../../contracts/rules/units.ts'
import { agrees } from '../derive/deriveBill.ts'
import { html } from '../markup.ts'
import { creditUse } from '../record/creditUse.ts'
import { only } from '../record/entry.ts'
import { isRefund } from '../record/refunds.ts'
import { creditUseWords } from '../words/creditUse.ts'
import type { FoundBill } from './query.ts'
import { isEventful } from './story.ts'

/** What the page says at once: whether all agrees, whether more happened than a payment, what was added later. */
export const billSummary = ({ bill, history, story, adjustments, isSession }: FoundBill) => ({
  isRight: agrees(bill),
  isEventful: isEventful(story),
  /** Adjustments that raise what the bill asks. A refund does not, and stands with the payments. */
  added: adjustments.filter((entry) => entry.fields.amount > 0n && !isRefund(entry)),
  /** Credits given in its name, and where each of them went. */
  credited: adjustments
    .filter(({ fields }) => fields.amount < 0n)
    .map((entry) => ({
      entry,
      use: creditUse(history.pooled, entry.seq, paise(0n - entry.fields.amount)),
    })),
  /** Of a bill that is a credit: where that went. */
  used:
    bill.standing.asks < 0n
      ? creditUseWords(
          creditUse(history.pooled, bill.issued.seq, paise(0n - bill.standing.asks)),
          history.code,
          isSession ? 'session' : 'bill',
        )
      : html`which was paid back`,
  /** Its sums by their days; a refund that the money covers was never due. */
  sums: bill.sums.filter(({ isRefund, left }) => !isRefund || left > 0n),
  disputes: history.entries.filter(
    (entry) =>
      (entry.name === 'BillDisputed' || entry.name === 'DisputeResolved') &&
      entry.fields.bill === bill.issued.fields.number,
  ),
  /** What the meter's register can show. */
  modulus:
    only(history.entries, 'MeterInstalled').findLast(({ seq }) => seq < bill.reading.seq)?.fields
      .modulus ?? wh(0n),
})
