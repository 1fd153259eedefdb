import { exportAtOnce, type Row } from '../list/listExport.ts'
import { rateJson } from '../record/rateJson.ts'
import { inAllJson, type PricedInAll, pricedInAll } from '../tariff/query.ts'
import { allRates, type RateVersion } from '../record/rates.ts'

/** As many as the contract takes. */
const SLABS = 8
const slabNumbers = Array.from({ length: SLABS }, (_, i) => i + 1)
const perSlab = [
  'UpToWh',
  'RateMilliPaisePerKWh',
  'FuelMilliPaisePerKWh',
  'SubsidyMilliPaisePerKWh',
]

/** Every tariff ever set, by category and first day: its page's data, a column for each part of a slab. */
export const tariffsExport = exportAtOnce(
  'tariffs',
  [
    'tariff',
    'category',
    'version',
    'effectiveFrom',
    'until',
    'isWithdrawn',
    'basis',
    ...slabNumbers.flatMap((number) => perSlab.map((part) => `slab${number}${part}`)),
    'fixedPerKWPaise',
    'fixedPerConnectionPaise',
    'dutyRateBasisPoints',
    'dutyBase',
    'dutyMilliPaisePerKWh',
    'roundToPaise',
    'orderHash',
    'pricedParts',
    'pricedWh',
    'pricedChargePaise',
    'transaction',
    'block',
  ],
  async (db, standing) => {
    const inAllOf = await pricedInAll(db, standing)
    return (await allRates(db)).map((version) => ({
      ...rateRow(version),
      ...inAllCells(inAllOf(version.tariff.tariff)),
    }))
  },
)

const inAllCells = (all: PricedInAll): Row => {
  const cells = inAllJson(all)
  return {
    pricedParts: cells?.parts ?? null,
    pricedWh: cells?.wh ?? null,
    pricedChargePaise: cells?.chargePaise ?? null,
  }
}

const rateRow = (version: RateVersion): Row => {
  const { slabs, dutyBase, ...rest } = rateJson(version)
  const cells = slabs.flatMap((slab, i) =>
    Object.entries(slab).map(([name, value]) => [
      `slab${i + 1}${name[0]?.toUpperCase()}${name.slice(1)}`,
      value,
    ]),
  )
  return { ...rest, dutyBase: dutyBase.join('+'), ...Object.fromEntries(cells) }
}
