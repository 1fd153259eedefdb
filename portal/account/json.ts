import { formatDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Json } from '../answer.ts'
import type { HeadCheck } from '../derive/checkHead.ts'
import { billJson } from '../record/billJson.ts'
import { only } from '../record/entry.ts'
import { entryJson } from '../record/entryJson.ts'
import type { History } from '../record/history.ts'
import { reversalOf } from '../record/reversals.ts'
import { termsOf } from '../record/termsOf.ts'
import { paymentJson } from '../record/paymentJson.ts'
import { monthsJson } from './monthsJson.ts'

/** Category, load and cycle are those in force today. `head.agrees` is null where the node could not be asked. */
export const accountJson = (
  { history, head }: { readonly history: History; readonly head: HeadCheck | null },
  today: DayNumber,
): Json => {
  const { code, account, balance, heldBack, entries, bills, due } = history
  const { now, toCome } = termsOf(entries, today)
  const terms = now?.fields
  return {
    account: {
      code,
      id: account,
      balancePaise: String(balance),
      heldBackPaise: String(heldBack),
      category: terms?.category ?? null,
      loadW: terms === undefined ? null : String(terms.load),
      cycleMonths: terms?.cycle ?? null,
      termsToCome: toCome.map(({ fields }) => ({
        firstDay: formatDay(fields.firstDay),
        category: fields.category,
        loadW: String(fields.load),
        cycleMonths: fields.cycle,
      })),
      entries: entries.length,
      due: due.map(({ day, bill, instalment, left, isOverdue }) => ({
        day: formatDay(day),
        bill,
        instalment: instalment?.number ?? null,
        leftPaise: String(left),
        isOverdue,
      })),
      head: head === null ? null : headJson(head),
    },
    bills: bills.map(billJson),
    payments: only(entries, 'PaymentMade').map((payment) =>
      paymentJson(payment, reversalOf(payment, entries) !== null),
    ),
    reversals: only(entries, 'PaymentReversed').map(entryJson),
    adjustments: only(entries, 'AdjustmentPosted').map(entryJson),
    agreements: entries
      .filter(({ name }) => name === 'AgreementProposed' || name === 'AgreementAccepted')
      .map(entryJson),
    meters: only(entries, 'MeterInstalled').map(entryJson),
    ...monthsJson(history, today),
  }
}

export const headJson = (head: HeadCheck) => ({
  here: head.here,
  chain: head.state === 'agrees' ? head.here : head.state === 'differs' ? head.onChain : null,
  agrees: head.state === 'unasked' ? null : head.state === 'agrees',
})
