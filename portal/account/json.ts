import { formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import type { HeadCheck } from '../derive/checkHead.ts'
import { billJson } from '../record/billJson.ts'
import { only } from '../record/entry.ts'
import { entryJson } from '../record/entryJson.ts'
import type { History } from '../record/history.ts'
import { paymentJson } from '../record/paymentJson.ts'

/** `head.agrees` is null where the node could not be asked. */
export const accountJson = ({
  history,
  head,
}: {
  history: History
  head: HeadCheck | null
}): Json => {
  const { code, account, balance, entries, bills, due } = history
  const terms = only(entries, 'AgreementAccepted').at(-1)?.fields
  return {
    account: {
      code,
      id: account,
      balancePaise: String(balance),
      category: terms?.category ?? null,
      loadW: terms === undefined ? null : String(terms.load),
      cycleMonths: terms?.cycle ?? null,
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
    payments: only(entries, 'PaymentMade').map(paymentJson),
    reversals: only(entries, 'PaymentReversed').map(entryJson),
    adjustments: only(entries, 'AdjustmentPosted').map(entryJson),
    agreements: entries
      .filter(({ name }) => name === 'AgreementProposed' || name === 'AgreementAccepted')
      .map(entryJson),
    meters: only(entries, 'MeterInstalled').map(entryJson),
  }
}

export const headJson = (head: HeadCheck) => ({
  here: head.here,
  chain: head.state === 'agrees' ? head.here : head.state === 'differs' ? head.onChain : null,
  agrees: head.state === 'unasked' ? null : head.state === 'agrees',
})
