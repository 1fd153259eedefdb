import type { Part } from './cutIntoParts.ts'
import {
  dutyLine,
  dutyPerUnitLine,
  energyLine,
  fixedPerConnectionLine,
  fixedPerKWLine,
  fuelLine,
  type Line,
  subsidyLine,
} from './line.ts'
import { type Months, monthsOf } from './months.ts'
import { asMoney } from './outOfRange.ts'
import { divideRounded } from './rounding.ts'
import { fillSlabs, type SlabUse } from './slabs.ts'
import { type DutyComponent, dutyComponents, type Tariff } from './tariff.ts'
import { type Paise, paise, type PerUnit, type Watt, type Wh } from './units.ts'

/** What one part of a stretch costs, as `ChargeApplied` tells it, and why. */
export interface Charge {
  readonly part: Part
  readonly tariff: Tariff
  readonly load: Watt
  readonly months: Months
  readonly slabs: readonly SlabUse[]
  readonly energy: Paise
  readonly fixedCharge: Paise
  readonly fuel: Paise
  readonly duty: Paise
  readonly subsidy: Paise
  readonly charge: Paise
  readonly steps: Steps
}

/** What its lines come to, each rounded. */
interface Steps {
  readonly bySlab: readonly SlabAmounts[]
  readonly perKW: Paise
  readonly perConnection: Paise
  /** What the duty's rate applies to. */
  readonly dutyBase: Paise
  readonly dutyOnBase: Paise
  readonly dutyOnUnits: Paise
}

interface SlabAmounts {
  readonly use: SlabUse
  readonly energy: Paise
  readonly fuel: Paise
  readonly subsidy: Paise
}

/**
 * What a part costs by the tariff and load in force, each line rounded once, half away from zero; Charging.sol computes
 * the same. `stretchDays` are the days of the whole stretch, 0 for a session within a day, which bears no fixed charge.
 * Throws `OutOfRange` where a component does not fit its type.
 */
export const charge = (part: Part, tariff: Tariff, load: Watt, stretchDays: number): Charge => {
  const months = monthsOf(tariff.basis, part.days, stretchDays)
  const slabs = fillSlabs(part.wh, tariff.slabs, months)
  const bySlab = slabs.map((use) => ({
    use,
    energy: forEnergy(use.wh, use.slab.rate),
    fuel: forEnergy(use.wh, use.slab.fuel),
    subsidy: forEnergy(use.wh, use.slab.subsidy),
  }))
  const perKW = paise(divideRounded(tariff.fixedPerKW * load * months.num, 1000n * months.den))
  const perConnection = paise(divideRounded(tariff.fixedPerConnection * months.num, months.den))
  const rounded = {
    energy: sum(bySlab.map(({ energy }) => energy)),
    fixed: paise(perKW + perConnection),
    fuel: sum(bySlab.map(({ fuel }) => fuel)),
    subsidy: sum(bySlab.map(({ subsidy }) => subsidy)),
  }
  const dutyBase = dutyBaseOf(rounded, dutyComponents(tariff.dutyBase))
  const dutyOnBase = paise(divideRounded(BigInt(tariff.dutyRate) * dutyBase, 10_000n))
  const dutyOnUnits = forEnergy(part.wh, tariff.dutyPerUnit)
  const { energy, fixed, fuel, subsidy } = rounded
  const duty = dutyOnBase + dutyOnUnits
  return {
    part,
    tariff,
    load,
    months,
    slabs,
    energy: asMoney('energy', energy),
    fixedCharge: asMoney('fixedCharge', fixed),
    fuel: asMoney('fuel', fuel),
    duty: asMoney('duty', duty),
    subsidy: asMoney('subsidy', subsidy),
    charge: asMoney('charge', energy + fixed + fuel + duty - subsidy),
    steps: { bySlab, perKW, perConnection, dutyBase, dutyOnBase, dutyOnUnits },
  }
}

/** A charge in words. Apart from it, since most charges are only compared. */
export const chargeLines = ({ part, tariff, load, months, steps }: Charge): Line[] => {
  const { bySlab, perKW, perConnection, dutyBase, dutyOnBase, dutyOnUnits } = steps
  const { fixedPerKW, fixedPerConnection, dutyRate, dutyPerUnit } = tariff
  const lines = bySlab.flatMap(slabLines)
  if (fixedPerKW !== 0n && part.days > 0)
    lines.push(fixedPerKWLine(fixedPerKW, load, months, perKW))
  if (fixedPerConnection !== 0n && part.days > 0)
    lines.push(fixedPerConnectionLine(fixedPerConnection, months, perConnection))
  if (dutyRate !== 0)
    lines.push(dutyLine(dutyRate, dutyBase, dutyComponents(tariff.dutyBase), dutyOnBase))
  if (dutyPerUnit !== 0n) lines.push(dutyPerUnitLine(part.wh, dutyPerUnit, dutyOnUnits))
  return lines
}

type Components = { readonly [Component in DutyComponent]: Paise }

/** The lines of a slab: its energy if any was used (or it is the first), fuel and subsidy where it has them. */
const slabLines = ({ use, energy, fuel, subsidy }: SlabAmounts): Line[] => [
  ...(use.wh === 0n && use.number > 1 ? [] : [energyLine(use, energy)]),
  ...(use.wh === 0n || use.slab.fuel === 0n ? [] : [fuelLine(use, fuel)]),
  ...(use.wh === 0n || use.slab.subsidy === 0n ? [] : [subsidyLine(use, subsidy)]),
]

/** Wh × 10⁻⁵ ₹ per kWh are 10⁻⁶ paise. */
const forEnergy = (used: Wh, rate: PerUnit): Paise => paise(divideRounded(used * rate, 1_000_000n))

const dutyBaseOf = (rounded: Components, of: readonly DutyComponent[]): Paise => {
  const base = of.reduce(
    (total, component) =>
      component === 'subsidy' ? total - rounded.subsidy : total + rounded[component],
    0n,
  )
  return paise(base < 0n ? 0n : base)
}

const sum = (amounts: readonly Paise[]): Paise =>
  paise(amounts.reduce((total, amount) => total + amount, 0n))
