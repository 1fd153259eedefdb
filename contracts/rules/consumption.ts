import { formatKWh, formatRegister } from './energy.ts'
import { asEnergy } from './outOfRange.ts'
import type { DayNumber, Watt, Wh } from './units.ts'

/** A reading as recorded or restated. `modulus` is its meter's, needed where the register rolled over. */
export interface Reading {
  readonly previous: Wh
  readonly present: Wh
  readonly multiplier: number
  /** What meters read out since the last real reading had counted. */
  readonly carried: Wh
  readonly rollover: boolean
  readonly modulus: Wh | null
  readonly start: DayNumber
  readonly end: DayNumber
}

/** The energy a reading charges, and how it comes about in numbers. */
export interface Consumption {
  readonly wh: Wh
  readonly formula: string
}

/**
 * wh = carried + (present − previous) × multiplier; after a rollover carried + (present + modulus − previous) ×
 * multiplier. Throws `RegisterBackwards`, `NoRollover`, `ModulusMissing` or `OutOfRange`.
 */
export const consumption = (reading: Reading): Consumption => {
  const { previous, present, multiplier, carried, rollover, modulus } = reading
  if (!rollover && present < previous) throw new RegisterBackwards(reading)
  if (rollover && present >= previous) throw new NoRollover(reading)
  if (rollover && modulus === null) throw new ModulusMissing(reading)
  const turned = rollover ? (modulus ?? 0n) : 0n
  const used = (present + turned - previous) * BigInt(multiplier)
  const registers = [
    formatRegister(present),
    ...(rollover && modulus !== null ? [` + ${formatRegister(modulus)}`] : []),
    ` − ${formatRegister(previous)}`,
  ].join('')
  const before = carried === 0n ? '' : `${formatKWh(carried)} + `
  return {
    wh: asEnergy('wh', carried + used),
    formula: `${before}(${registers}) × ${multiplier}`,
  }
}

/**
 * The most that a rollover may count, `carried` aside: the load of the last day, for every hour of the stretch and one
 * day more.
 */
export const rolloverLimit = (load: Watt, days: number): Wh => (load * 24n * BigInt(days + 1)) as Wh

export class RegisterBackwards extends Error {
  override readonly name = 'RegisterBackwards'
  constructor({ previous, present }: Reading) {
    super(
      `Register ${formatRegister(present)} is below the previous ${formatRegister(previous)}: check the meter, or record a rollover.`,
    )
  }
}

export class NoRollover extends Error {
  override readonly name = 'NoRollover'
  constructor({ previous, present }: Reading) {
    super(
      `Register ${formatRegister(present)} is not below the previous ${formatRegister(previous)}, so it did not roll over: record it as it is.`,
    )
  }
}

export class ModulusMissing extends Error {
  override readonly name = 'ModulusMissing'
  constructor({ present }: Reading) {
    super(
      `Register ${formatRegister(present)} rolled over, but not at what: give the modulus its meter was installed with.`,
    )
  }
}
