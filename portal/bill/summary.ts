import { wh } from '../../contracts/rules/units.ts'
import { agrees } from '../derive/deriveBill.ts'
import { only } from '../record/entry.ts'
import type { FoundBill } from './query.ts'
import { isEventful } from './story.ts'

/** What the page says at once: whether all agrees, whether more happened than a payment, what was added later. */
export const billSummary = ({ bill, history, story, adjustments }: FoundBill) => ({
  isRight: agrees(bill),
  isEventful: isEventful(story),
  /** Adjustments that raise the bill; a negative one is a credit beside the payments. */
  added: adjustments.filter(({ fields }) => fields.amount > 0n),
  /** What the meter's register can show. */
  modulus:
    only(history.entries, 'MeterInstalled').findLast(({ seq }) => seq < bill.reading.seq)?.fields
      .modulus ?? wh(0n),
})
