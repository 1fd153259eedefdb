import { rateOfTariff, type Tariff } from './tariff.ts'

/** `IBilling.Rate` as a call of `setRate` takes it: the words of the event, the slabs gathered. */
export const rateCall = (tariff: Tariff) => {
  const words = rateOfTariff(tariff)
  const slabs = ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((place) => ({
    upTo: words[`slab${place}UpTo`],
    rate: words[`slab${place}Rate`],
    fuel: words[`slab${place}Fuel`],
    subsidy: words[`slab${place}Subsidy`],
  }))
  return { ...words, slabs }
}
