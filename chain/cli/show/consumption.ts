import { nameOf } from '../accountBook.ts'
import { entriesOf, type History } from '../history.ts'
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

/** Every reading of an account, with what it counted. */
export function showConsumption(history: History): Shown {
  const readings = entriesOf(history, 'ConsumptionRecorded')
  const rows = readings.map(({ event: { fields } }) => [
    String(fields.bill),
    `${formatDay(fields.start)} – ${formatDay(fields.end)}`,
    formatKwh(fields.previous),
    formatKwh(fields.present),
    `× ${fields.multiplier}`,
    formatKwh(fields.wh),
    readingKinds[fields.kind] ?? String(fields.kind),
  ])
  return {
    json: {
      account: history.account,
      code: nameOf(history.account),
      readings: readings.map(({ event: { fields }, transaction, block }) => ({
        bill: fields.bill,
        start: formatDay(fields.start),
        end: formatDay(fields.end),
        previousWh: fields.previous,
        presentWh: fields.present,
        multiplier: fields.multiplier,
        carriedWh: fields.carried,
        rollover: fields.rollover,
        wh: fields.wh,
        kind: readingKinds[fields.kind],
        meter: fields.meter,
        evidence: fields.evidence,
        transaction,
        block,
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
