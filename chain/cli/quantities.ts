import * as days from '../../contracts/rules/day.ts'
import { decimalText, NotDecimal, parseDecimal } from '../../contracts/rules/decimal.ts'
import * as energy from '../../contracts/rules/energy.ts'
import * as money from '../../contracts/rules/money.ts'
import {
  dayNumber,
  type DayNumber,
  paise,
  type Paise,
  perUnit,
  type PerUnit,
  watt,
  type Watt,
  wh,
  WEI_PER_PAISA,
  type Wh,
} from '../../contracts/rules/units.ts'
import { BadInput } from './exit.ts'

/**
 * What people type at a command line, within what the ledger can hold; and the same shown, from numbers that a node
 * answered with. The forms themselves are the rules' (`contracts/rules/decimal.ts` and its neighbours).
 */

/** An amount above zero: "2,000", "2000.50", "₹500". Throws `NotAnAmount`, `BadInput`. */
export function parseRupees(text: string): Paise {
  const value = money.parseRupees(text)
  if (value <= 0n) {
    throw new BadInput(`The amount is ${formatRupees(value)}: give one above zero, like 2,000.`)
  }
  if (value > MAX_INT64) {
    throw new BadInput(
      `${formatRupees(value)} is more than the ledger can hold: give an amount up to ${formatRupees(MAX_INT64)}.`,
    )
  }
  return value
}

/** Energy or a register in kWh: "500", "48,210.5". Throws `NotEnergy`, `BadInput`. */
export function parseKwh(text: string): Wh {
  const value = energy.parseKWh(text)
  if (value < 2n ** 64n) return value
  throw new BadInput(`${formatKwh(value)} is more than a register can show: check the number.`)
}

/** A sanctioned load in kW, above zero: "5", "2.5". Throws `BadInput`. */
export function parseKilowatt(text: string): Watt {
  const value = decimal(text, 3, 'load in kW')
  if (value > 0n && value < 2n ** 32n) return watt(value)
  throw new BadInput(`A load of ${text} kW can't be: give one above 0, up to 42,94,967 kW.`)
}

/** A rate in ₹ per kWh: "5.00", "0.12345". Throws `BadInput`. */
export function parseRate(text: string): PerUnit {
  const value = decimal(text.replace(/^₹\s*/, ''), 5, 'rate in ₹ per kWh')
  if (value >= 0n && value < 2n ** 32n) return perUnit(value)
  throw new BadInput(`A rate of ₹${text} per kWh can't be: give one from 0 to 42,949.67.`)
}

/** YYYY-MM-DD. Throws `NotADay`, `BadInput`. */
export function parseDay(text: string): DayNumber {
  const day = days.parseDay(text)
  if (day >= 0) return day
  throw new BadInput(`${text} is before 1970, where the ledger's days begin: check the year.`)
}

/** A whole number between two bounds. Throws `BadInput`. */
export function parseWhole(text: string, what: string, from: number, to: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= from && value <= to) return value
  throw new BadInput(`"${text}" is no ${what}: give a whole number from ${from} to ${to}.`)
}

export const formatRupees = (value: bigint): string => money.formatRupees(paise(value))
/** Native units, of which 10¹⁸ are ₹1; fractions of a paisa are left out. */
export const formatWei = (value: bigint): string => formatRupees(value / WEI_PER_PAISA)
export const formatKwh = (value: bigint): string => `${energy.formatKWh(wh(value))} kWh`
export const formatKilowatt = (value: bigint): string => `${decimalText(value, 3, 0)} kW`
export const formatRate = (value: bigint): string => `${money.formatRate(perUnit(value))} per kWh`
export const formatDay = (day: number | bigint): string => days.formatDay(dayNumber(Number(day)))

/** A month counted from January 1970, as YYYY-MM. */
export const monthName = (month: number | bigint): string =>
  `${1970 + Math.floor(Number(month) / 12)}-${String((Number(month) % 12) + 1).padStart(2, '0')}`

const MAX_INT64 = 2n ** 63n - 1n

function decimal(text: string, places: number, what: string): bigint {
  try {
    return parseDecimal(text, places)
  } catch (cause) {
    if (!(cause instanceof NotDecimal)) throw cause
    throw new BadInput(`"${text}" is no ${what}: ${cause.reason}. Write it like 5 or 2.50.`, {
      cause,
    })
  }
}
