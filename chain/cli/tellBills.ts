import type { BillingEvent } from '../../contracts/events/codec.ts'
import { nameOf } from './accountBook.ts'
import { owed } from './owed.ts'
import { formatDay, formatKwh, formatRupees } from './quantities.ts'

/** The bills that readings made. */
export function tellBills(events: BillingEvent[]): string[] {
  return events.flatMap(({ name, account, fields }) => {
    if (name === 'ConsumptionRecorded') {
      const { previous, present, wh, carried, rollover, start, end } = fields
      const turned = rollover ? ', through a rollover' : ''
      const before = carried === 0n ? '' : `, ${formatKwh(carried)} of them by the meter before`
      return [
        `Recorded ${formatKwh(present)} on ${nameOf(account)}: ${formatKwh(wh)} since ${formatKwh(previous)}${turned}${before}, from ${formatDay(start)} up to ${formatDay(end)}.`,
      ]
    }
    if (name !== 'BillIssued') return []
    const { number, amount, dueDay, balance } = fields
    return [
      `Bill ${number} of ${nameOf(account)}: ${formatRupees(amount)}, due on ${formatDay(dueDay)}; ${owed(balance)} in all.`,
    ]
  })
}
