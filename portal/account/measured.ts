import type { DayNumber, Paise, Wh } from '../../contracts/rules/units.ts'
import { isReal } from '../derive/isReal.ts'
import type { StandingBill } from '../record/history.ts'

/** Energy used in the days [start, end), by the best that is known today. */
export interface Measured {
  readonly start: DayNumber
  readonly end: DayNumber
  readonly wh: Wh
  /** What it costs by its readings and rates, before estimates are taken off and the bill is rounded. */
  readonly gross: Paise
  /** The contract's number of who read the meter. */
  readonly kind: number
  readonly isCorrected: boolean
  /** Bills that charged it: that of the reading, and of the estimates that it took the place of. */
  readonly bills: readonly number[]
}

/**
 * Every day that was charged, once: a real reading counts from the real one before it and so takes the place of the estimates
 * between them; of estimates that none has replaced yet the last counts, which reaches over those before it.
 */
export const measuredOf = (bills: readonly StandingBill[]): Measured[] => {
  const found: Measured[] = []
  let waiting: Measured | null = null
  for (const bill of bills) {
    const measured = measuredBy(bill, waiting?.bills ?? [])
    if (isReal(bill.reading)) {
      found.push(measured)
      waiting = null
    } else {
      waiting = measured
    }
  }
  return waiting === null ? found : [...found, waiting]
}

const measuredBy = (
  { issued, reading, revisions }: StandingBill,
  replaced: readonly number[],
): Measured => {
  const { start, end, kind } = reading.fields
  const now = revisions.at(-1)?.after
  return {
    start,
    end,
    kind,
    wh: now?.wh ?? reading.fields.wh,
    gross: now?.gross ?? issued.fields.gross,
    isCorrected: now !== undefined,
    bills: [...replaced, issued.fields.number],
  }
}
