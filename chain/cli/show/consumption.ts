import { consumption } from '../../../contracts/rules/consumption.ts'
import { nameOf } from '../accountBook.ts'
import { billsOf } from '../bills.ts'
import type { History } from '../history.ts'
import { table } from '../output.ts'
import { formatDay, formatKwh } from '../quantities.ts'
import { provenBy, type Shown } from './shown.ts'

/** How a reading came to be, by its number on chain. */
export const readingKinds = [
  'signed by the meter',
  'entered by a person',
  'estimated',
  'final',
] as const

/** Every reading of an account as it stands now, with what it counted. */
export function showConsumption(history: History): Shown {
  const bills = billsOf(history)
  const rows = bills.map(({ number, recorded, revisions, reading }) => [
    String(number),
    `${formatDay(reading.start)} – ${formatDay(reading.end)}`,
    formatKwh(reading.previous),
    formatKwh(reading.present),
    `× ${reading.multiplier}`,
    formatKwh(consumption(reading).wh),
    [
      readingKinds[recorded.event.fields.kind] ?? String(recorded.event.fields.kind),
      ...(reading.rollover ? ['rolled over'] : []),
      ...(reading.carried === 0n ? [] : [`with ${formatKwh(reading.carried)} of the meter before`]),
      ...(revisions.length === 0 ? [] : ['restated']),
    ].join(', '),
  ])
  return {
    json: {
      account: history.account,
      code: nameOf(history.account),
      readings: bills.map(({ number, recorded, revisions, reading }) => ({
        bill: number,
        start: formatDay(reading.start),
        end: formatDay(reading.end),
        previousWh: reading.previous,
        presentWh: reading.present,
        multiplier: reading.multiplier,
        carriedWh: reading.carried,
        rollover: reading.rollover,
        wh: consumption(reading).wh,
        kind: readingKinds[recorded.event.fields.kind],
        revisions: revisions.length,
        meter: recorded.event.fields.meter,
        evidence: recorded.event.fields.evidence,
        transaction: recorded.transaction,
        block: recorded.block,
      })),
    },
    lines: [
      `Consumption of ${nameOf(history.account)}`,
      ...(rows.length === 0
        ? ['No reading is recorded yet.']
        : table(['>bill', 'period', '>from', '>to', '', '>used', 'reading'], rows)),
      provenBy(history),
    ],
  }
}
