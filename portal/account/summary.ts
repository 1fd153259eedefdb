import type { DayNumber } from '../../contracts/rules/units.ts'
import { agrees } from '../derive/deriveBill.ts'
import { only } from '../record/entry.ts'
import type { History } from '../record/history.ts'
import { termsOf } from '../record/termsOf.ts'
import { agreementsOf } from './agreements.ts'
import { measuredOf } from './measured.ts'
import { metersOf } from './meters.ts'
import { moneyByMonth } from './moneyByMonth.ts'
import { moneyOf } from './money.ts'
import { isIn, partOf } from './part.ts'
import { usageByMonth } from './usageByMonth.ts'

/** The contract's number of a final reading. */
const FINAL = 3

/** A history sorted for its page, the newest first. */
export const accountSummary = (history: History, today: DayNumber, before: number | null) => {
  const { entries, bills } = history
  const closing = only(entries, 'ConsumptionRecorded').find(({ fields }) => fields.kind === FINAL)
  const part = partOf(entries.length, before)
  const { now, toCome } = termsOf(entries, today)
  const agreements = agreementsOf(entries, today, closing !== undefined)
  const meters = metersOf(entries)
  const isStation = (now ?? toCome[0])?.fields.cycle === 0
  return {
    ...history,
    terms: now?.fields ?? null,
    toCome: toCome.map(({ fields }) => fields),
    offer: agreements.find(({ state }) => state === 'waiting')?.proposal ?? null,
    isStation,
    word: isStation ? ('session' as const) : ('bill' as const),
    closing: closing ?? null,
    agreements,
    meters,
    readings: [
      ...bills.map(({ reading, estimate, revisions }) => ({
        kind: 'read' as const,
        seq: reading.seq,
        reading,
        estimate,
        revision: revisions.at(-1)?.entry ?? null,
      })),
      ...meters.flatMap(({ replacedBy: entry, handedOn }) =>
        entry === null ? [] : [{ kind: 'replaced' as const, seq: entry.seq, entry, handedOn }],
      ),
    ]
      .filter(({ seq }) => isIn(seq, part))
      .sort((a, b) => b.seq - a.seq),
    part,
    newestBills: bills.filter(({ issued }) => isIn(issued.seq, part)).toReversed(),
    arrears: history.pooled.find(({ number }) => number === 0) ?? null,
    arrearsEntries: only(entries, 'AdjustmentPosted').filter(
      ({ fields }) => fields.bill === 0 && fields.amount > 0n,
    ),
    wrong: bills.filter((bill) => !agrees(bill)),
    odd: bills.filter(({ estimate }) => estimate !== null && estimate.state !== 'as usual'),
    money: moneyOf(history).filter(({ entry }) => isIn(entry.seq, part)),
    usage: usageByMonth(measuredOf(bills), { isStation }),
    moneyByMonth: moneyByMonth(entries, today),
    newestEntries: entries.filter(({ seq }) => isIn(seq, part)).toReversed(),
  }
}
