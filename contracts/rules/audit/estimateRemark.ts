import type { FieldsOf } from '../../events/readers.ts'
import { formatKWh } from '../energy.ts'
import type { Wh } from '../units.ts'
import { estimate, type RealBill } from '../usual.ts'

/** What is to be said of an estimated reading: the contract takes any, so one that departs from the usual is named. */
export const estimateRemark = (
  reading: FieldsOf<'ConsumptionRecorded'>,
  realBills: readonly RealBill[],
  modulus: Wh,
): string => {
  const { previous, carried, multiplier, start, end, present, rollover } = reading
  const days = end - start
  const usual = estimate({ bills: realBills, days, previous, carried, multiplier, modulus })
  const what = `bill ${reading.bill} is an estimate`
  if (usual === null) return `${what} with no real reading before it to go by`
  if (usual.present === present && usual.rollover === rollover) {
    return `${what}, as usual; the next real reading corrects it`
  }
  return `${what} that departs from the usual: register ${formatKWh(present)} kWh, by the last bills ${formatKWh(usual.present)} kWh`
}
