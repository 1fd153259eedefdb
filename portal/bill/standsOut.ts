import { dayInIndia } from '../../contracts/rules/day.ts'
import { type Outlier, outliers } from '../../contracts/rules/outliers.ts'
import { isReal } from '../derive/isReal.ts'
import type { History, StandingBill } from '../record/history.ts'

/** What makes a bill dear; a register that turned over has a note of its own. */
export type DearReading = Outlier & { readonly rule: 'high' | 'jump' }

/** By what a bill's reading stands out as too high, judged as `/outliers` does; nothing once it was corrected. */
export const standsOut = (
  { bills }: History,
  { reading, revisions }: StandingBill,
): readonly DearReading[] =>
  revisions.length > 0
    ? []
    : outliers(bills.map(judged)).filter(
        (each): each is DearReading =>
          each.seq === reading.seq && (each.rule === 'high' || each.rule === 'jump'),
      )

const judged = ({ reading, derived }: StandingBill) => ({
  seq: reading.seq,
  isEstimated: !isReal(reading),
  wh: reading.fields.wh,
  start: reading.fields.start,
  end: reading.fields.end,
  rollover: reading.fields.rollover,
  recorded: dayInIndia(reading.at.timestamp),
  terms:
    derived === null ? null : { load: derived.terms.load, isSession: derived.terms.cycle === 0 },
})
