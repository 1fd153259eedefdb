import { only } from '../record/entry.ts'
import type { History } from '../record/history.ts'

/** A history sorted for its page: the newest first, and for each payment the bills that it went to. */
export const accountSummary = (history: History) => {
  const { entries, bills } = history
  const agreements = only(entries, 'AgreementAccepted')
  const accepted = new Set(agreements.map(({ fields }) => fields.termsHash))
  const filled = bills.flatMap(({ standing }) =>
    standing.filledBy.map(({ seq }) => ({ seq, number: standing.number })),
  )
  return {
    ...history,
    agreement: agreements.at(-1) ?? null,
    earlier: agreements.slice(0, -1).toReversed(),
    offered:
      only(entries, 'AgreementProposed').findLast(
        ({ fields }, i, all) => i === all.length - 1 && !accepted.has(fields.termsHash),
      ) ?? null,
    meters: only(entries, 'MeterInstalled').toReversed(),
    readings: only(entries, 'ConsumptionRecorded').toReversed(),
    newestBills: bills.toReversed(),
    payments: only(entries, 'PaymentMade')
      .map((payment) => ({
        ...payment,
        bills: filled.filter(({ seq }) => seq === payment.seq).map(({ number }) => number),
      }))
      .toReversed(),
    newestEntries: entries.toReversed(),
  }
}
