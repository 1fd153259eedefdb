import type { DayNumber } from '../../contracts/rules/units.ts'
import { agrees } from '../derive/deriveBill.ts'
import { isReal } from '../derive/isReal.ts'
import { only } from '../record/entry.ts'
import type { History } from '../record/history.ts'
import { agreementsOf } from './agreements.ts'
import { metersOf } from './meters.ts'
import { moneyOf } from './money.ts'

/** The contract's number of a final reading. */
const FINAL = 3

/** A history sorted for its page, the newest first. */
export const accountSummary = (history: History, today: DayNumber) => {
  const { entries, bills } = history
  const closing = only(entries, 'ConsumptionRecorded').find(({ fields }) => fields.kind === FINAL)
  return {
    ...history,
    terms: only(entries, 'AgreementAccepted').at(-1)?.fields ?? null,
    closing: closing ?? null,
    agreements: agreementsOf(entries, today, closing !== undefined),
    meters: metersOf(entries),
    readings: bills
      .map(({ reading, estimate, revisions }) => ({
        reading,
        estimate,
        isReal: isReal(reading),
        revision: revisions.at(-1)?.entry ?? null,
      }))
      .toReversed(),
    newestBills: bills.toReversed(),
    arrears: history.pooled.find(({ number }) => number === 0) ?? null,
    wrong: bills.filter((bill) => !agrees(bill)),
    odd: bills.filter(({ estimate }) => estimate !== null && estimate.state !== 'as usual'),
    money: moneyOf(history),
    newestEntries: entries.toReversed(),
  }
}
