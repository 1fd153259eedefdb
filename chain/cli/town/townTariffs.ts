import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CategoryNames } from '../../../contracts/rules/categoryNames.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import {
  nameInTariffFile,
  parseTariffFile,
  type TariffDraft,
} from '../../../contracts/rules/tariffFile.ts'
import { type DayNumber, paise, perUnit } from '../../../contracts/rules/units.ts'
import { hashOfText } from './keys.ts'

/** The order behind the later tariffs, which was never made. */
export const LATER_ORDER =
  'wattledger demo: a tariff order invented for the demo town, to show bills cut at a change of rates'

/** Categories by what people call them. */
export const categories = {
  jeevanDhara: 2,
  domesticA: 3,
  domesticB: 4,
  commercial: 5,
  generalPurpose: 6,
  school: 7,
  publicLighting: 8,
  agriculture: 9,
  ruralIndustry: 10,
  urbanIndustry: 11,
  temporary: 12,
  charging: 13,
} as const

/**
 * The Assam schedule of June 2023, all twelve LT categories of it, numbered from 2: "Schedule of Tariff of the Assam Power
 * Distribution Company Limited", by the commission's order of 29 March 2023 on petition 17 of 2022.
 */
const juneTariffs = (): TariffDraft[] => juneFiles().map(parseTariffFile)

/** What people call those categories. */
export const townCategoryNames = (): CategoryNames =>
  new Map(juneFiles().map((file) => [parseTariffFile(file).category, nameInTariffFile(file) ?? '']))

const juneFiles = (): unknown[] => {
  const folder = join(import.meta.dirname, 'tariffs')
  return readdirSync(folder)
    .toSorted()
    .map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')))
}

/**
 * What the demo makes of a tariff on a later day: every unit 35 paise dearer, the fuel adjustment 10 paise lower, the
 * fixed charge ₹15 per kW higher, a duty of 5 % of energy and fixed charge, bills in whole rupees.
 */
export const laterTariff = (june: TariffDraft, effectiveFrom: DayNumber): TariffDraft => ({
  ...june,
  effectiveFrom,
  slabs: june.slabs.map((slab) => ({
    ...slab,
    rate: perUnit(slab.rate + 35_000n),
    fuel: perUnit(slab.fuel - 10_000n),
  })),
  fixedPerKW: paise(june.fixedPerKW + 1_500n),
  dutyRate: 500,
  dutyBase: 3,
  roundTo: paise(100n),
  orderHash: hashOfText(LATER_ORDER),
})

/** Both versions of every category, under ids from the next free one on. */
export const townTariffs = (change: DayNumber, firstId: number): Tariff[] => {
  const june = juneTariffs()
  return [...june, ...june.map((tariff) => laterTariff(tariff, change))].map((draft, place) => ({
    ...draft,
    tariff: firstId + place,
  }))
}
