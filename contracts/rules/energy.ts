import { decimalText, NotDecimal, parseDecimal } from './decimal.ts'
import { type Wh, wh } from './units.ts'

/** Energy in kWh, with no more decimals than it needs: 244, 31.068. */
export const formatKWh = (energy: Wh): string => decimalText(energy, 3, 0)

/** A register in kWh, always with three decimals: 43,674.000. */
export const formatRegister = (register: Wh): string => decimalText(register, 3, 3)

/** Reads kWh as people write them: "500", "43,674.250". Throws `NotEnergy`, for fractions of a Wh and below zero too. */
export const parseKWh = (text: string): Wh => {
  try {
    const value = parseDecimal(text, 3)
    if (value < 0n) throw new NotDecimal(text, 'it is below zero')
    return wh(value)
  } catch (error) {
    throw error instanceof NotDecimal ? new NotEnergy(text, error) : error
  }
}

export class NotEnergy extends Error {
  override readonly name = 'NotEnergy'
  readonly text: string
  constructor(text: string, cause: NotDecimal) {
    const reason = cause.reason.startsWith('it has more')
      ? 'it has a fraction of a watt-hour'
      : cause.reason
    super(`"${text}" is no energy in kWh: ${reason}. Write it like 500 or 43,674.250.`, { cause })
    this.text = text
  }
}
