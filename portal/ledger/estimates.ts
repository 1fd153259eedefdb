import { type Wh, wh } from '../../contracts/rules/units.ts'
import { checkEstimate, type EstimateCheck } from '../derive/checkEstimate.ts'
import { isReal } from '../derive/isReal.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesOfAccounts } from '../record/entries.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { readingsAround } from './readingsAround.ts'

/** What an auditor asks of an estimate in a list. */
export interface EstimateNote {
  readonly check: EstimateCheck | null
  /** Bill of the estimate just before it; null where it followed a real reading, or nothing. */
  readonly follows: number | null
  /** The first real reading since, whose bill replaced what the estimate charged. */
  readonly correctedBy: {
    readonly bill: number
    /** What was used from the real reading before the estimates to this one, less what they had counted. */
    readonly more: Wh
  } | null
}

/** Notes on the estimates among the entries of a page, from the readings around them and the meters of their accounts. */
export const readEstimates = async (
  db: Ledger,
  entries: readonly Entry[],
): Promise<ReadonlyMap<Entry, EstimateNote>> => {
  const estimates = only(entries, 'ConsumptionRecorded').filter((entry) => !isReal(entry))
  const accounts = [...new Set(estimates.map(({ account }) => account))]
  const others = await entriesOfAccounts(db, accounts, ['ConsumptionRevised', 'MeterInstalled'])
  const histories = Map.groupBy(
    [...(await readingsAround(db, estimates)), ...others],
    ({ account }) => account,
  )
  return new Map(
    estimates.map((estimate) => [
      estimate,
      noteOf(estimate, histories.get(estimate.account) ?? []),
    ]),
  )
}

/** What the readings, corrections and meters of an account say of one of its estimates; each kind in the order of `seq`. */
export const noteOf = (
  estimate: EntryOf<'ConsumptionRecorded'>,
  history: readonly Entry[],
): EstimateNote => {
  const readings = only(history, 'ConsumptionRecorded')
  const before = readings.findLast(({ seq }) => seq < estimate.seq)
  const real = readings.find((reading) => reading.seq > estimate.seq && isReal(reading))
  const last = readings.findLast(({ seq }) => seq < (real?.seq ?? 0))
  return {
    check: checkEstimate(estimate, history),
    follows: before === undefined || isReal(before) ? null : before.fields.bill,
    correctedBy:
      real === undefined
        ? null
        : { bill: real.fields.bill, more: wh(real.fields.wh - (last?.fields.wh ?? 0n)) },
  }
}
