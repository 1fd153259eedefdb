import { formatDay } from '../../contracts/rules/day.ts'
import { dutyComponents } from '../../contracts/rules/tariff.ts'
import type { RateVersion } from './rates.ts'

/** One tariff for machines. Rates are thousandths of a paisa per kWh, limits Wh a month; `until` is the first day it no longer prices. */
export const rateJson = ({ tariff, until, withdrawn, version, entry }: RateVersion) => ({
  tariff: tariff.tariff,
  category: tariff.category,
  version,
  effectiveFrom: formatDay(tariff.effectiveFrom),
  until: until === null ? null : formatDay(until),
  isWithdrawn: withdrawn !== null,
  basis: tariff.basis,
  slabs: tariff.slabs.map(({ upTo, rate, fuel, subsidy }) => ({
    upToWh: upTo === null ? null : String(upTo),
    rateMilliPaisePerKWh: String(rate),
    fuelMilliPaisePerKWh: String(fuel),
    subsidyMilliPaisePerKWh: String(subsidy),
  })),
  fixedPerKWPaise: String(tariff.fixedPerKW),
  fixedPerConnectionPaise: String(tariff.fixedPerConnection),
  dutyRateBasisPoints: tariff.dutyRate,
  dutyBase: dutyComponents(tariff.dutyBase),
  dutyMilliPaisePerKWh: String(tariff.dutyPerUnit),
  roundToPaise: String(tariff.roundTo),
  orderHash: tariff.orderHash,
  transaction: entry.at.transaction,
  block: entry.at.block,
})
