import { decimalText } from './decimal.ts'
import { formatKWh } from './energy.ts'
import { formatRate, formatRupees } from './money.ts'
import { type Months, monthsWords } from './months.ts'
import type { SlabUse } from './slabs.ts'
import type { DutyComponent } from './tariff.ts'
import { type Paise, paise, type PerUnit, type Watt, type Wh } from './units.ts'

/** What every line of a bill says. The amounts of its lines add up to the bill. */
interface Said {
  /** What it is for: "first 120 kWh". */
  readonly label: string
  /** How it comes about, in numbers: "120 × ₹5.70". */
  readonly formula: string
  /** What it adds to the bill; a subsidy, or what was charged already, takes away. */
  readonly amount: Paise
}

/** A line of a bill: besides its words what they are made of, for pages in another language. */
export type Line = Said &
  (
    | {
        readonly kind: 'energy' | 'fuel' | 'subsidy'
        readonly slab: number
        readonly size: Wh | null
        readonly wh: Wh
        readonly rate: PerUnit
      }
    | {
        readonly kind: 'fixedPerKW'
        readonly rate: Paise
        readonly load: Watt
        readonly months: Months
      }
    | { readonly kind: 'fixedPerConnection'; readonly rate: Paise; readonly months: Months }
    | {
        readonly kind: 'duty'
        readonly dutyRate: number
        readonly base: Paise
        readonly of: readonly DutyComponent[]
      }
    | { readonly kind: 'dutyPerUnit'; readonly wh: Wh; readonly rate: PerUnit }
    | { readonly kind: 'alreadyCharged'; readonly bills: readonly number[] }
    | { readonly kind: 'rounding'; readonly unit: Paise }
  )
export type LineKind = Line['kind']

export const energyLine = (use: SlabUse, amount: Paise): Line => ({
  ...slabLine(use, use.slab.rate),
  kind: 'energy',
  label: slabWords(use),
  amount,
})

export const fuelLine = (use: SlabUse, amount: Paise): Line => ({
  ...slabLine(use, use.slab.fuel),
  kind: 'fuel',
  label: `fuel, ${slabWords(use)}`,
  amount,
})

/** A subsidy is taken away: `amount` is what it is worth. */
export const subsidyLine = (use: SlabUse, amount: Paise): Line => {
  const { formula, ...line } = slabLine(use, use.slab.subsidy)
  const label = `subsidy, ${slabWords(use)}`
  return { ...line, kind: 'subsidy', label, formula: `−${formula}`, amount: paise(0n - amount) }
}

export const fixedPerKWLine = (rate: Paise, load: Watt, months: Months, amount: Paise): Line => ({
  kind: 'fixedPerKW',
  label: 'fixed charge for the load',
  formula: `${formatRupees(rate)} × ${decimalText(load, 3, 0)} kW × ${monthsWords(months)}`,
  amount,
  rate,
  load,
  months,
})

export const fixedPerConnectionLine = (rate: Paise, months: Months, amount: Paise): Line => ({
  kind: 'fixedPerConnection',
  label: 'fixed charge for the connection',
  formula: `${formatRupees(rate)} × ${monthsWords(months)}`,
  amount,
  rate,
  months,
})

export const dutyLine = (
  dutyRate: number,
  base: Paise,
  of: readonly DutyComponent[],
  amount: Paise,
): Line => ({
  kind: 'duty',
  label: `electricity duty on ${of.map((component) => dutyWords[component]).join(', ')}`,
  formula: `${decimalText(BigInt(dutyRate), 2, 0)} % × ${formatRupees(base)}`,
  amount,
  dutyRate,
  base,
  of,
})

export const dutyPerUnitLine = (used: Wh, rate: PerUnit, amount: Paise): Line => ({
  kind: 'dutyPerUnit',
  label: 'electricity duty by the unit',
  formula: `${formatKWh(used)} × ${formatRate(rate)}`,
  amount,
  wh: used,
  rate,
})

export const alreadyChargedLine = (
  estimates: readonly { readonly number: number; readonly amount: Paise }[],
  alreadyCharged: Paise,
): Line => ({
  kind: 'alreadyCharged',
  label: `already charged by estimates: bill ${estimates.map(({ number }) => number).join(', ')}`,
  formula: `−(${estimates.map(({ amount }) => formatRupees(amount)).join(' + ')})`,
  amount: paise(0n - alreadyCharged),
  bills: estimates.map(({ number }) => number),
})

export const roundingLine = (unit: Paise, amount: Paise): Line => ({
  kind: 'rounding',
  label: 'rounding',
  formula: `to a multiple of ${formatRupees(unit)}`,
  amount,
  unit,
})

const slabLine = ({ number, size, wh }: SlabUse, rate: PerUnit) => ({
  formula: `${formatKWh(wh)} × ${formatRate(rate)}`,
  slab: number,
  size,
  wh,
  rate,
})

const slabWords = ({ number, size, wh }: SlabUse): string => {
  if (size === null) return number === 1 ? `all ${formatKWh(wh)} kWh` : 'rest'
  return `${number === 1 ? 'first' : 'next'} ${formatKWh(size)} kWh`
}

const dutyWords = {
  energy: 'energy',
  fixed: 'fixed charge',
  fuel: 'fuel',
  subsidy: 'less subsidy',
} as const satisfies Record<DutyComponent, string>
