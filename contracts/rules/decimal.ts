/**
 * Decimal numbers as whole multiples of 10^−places, without a float on the way: "5.70" to 5 places is 570,000.
 * Commas group digits in any manner (2,000 or 2,00,000) and are not looked at.
 */
export const parseDecimal = (text: string, places: number): bigint => {
  const match = /^([-−]?)(\d[\d,]*)(?:\.(\d+))?$/.exec(text.trim())
  if (match === null) throw new NotDecimal(text, 'it is not a number like 2000 or 2,000.50')
  const [, sign, whole = '', fraction = ''] = match
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > places) {
    throw new NotDecimal(text, `it has more than ${places} decimals`)
  }
  const value = BigInt(whole.replaceAll(',', '') + significant.padEnd(places, '0'))
  return sign === '' ? value : -value
}

/**
 * The number `value` × 10^−places with Indian grouping and at least `atLeast` decimals, no more than it needs:
 * 12345670 to 2 places is "1,23,456.70".
 */
export const decimalText = (value: bigint, places: number, atLeast: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits
    .slice(digits.length - places)
    .replace(/0+$/, '')
    .padEnd(atLeast, '0')
  return `${value < 0n ? '−' : ''}${groupIndian(whole)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Thousands by three digits, everything above by two: 1,23,45,678. */
export const groupIndian = (digits: string): string => {
  let grouped = digits.slice(-3)
  for (let end = digits.length - 3; end > 0; end -= 2)
    grouped = `${digits.slice(Math.max(0, end - 2), end)},${grouped}`
  return grouped
}

export class NotDecimal extends Error {
  override readonly name = 'NotDecimal'
  readonly text: string
  readonly reason: string
  constructor(text: string, reason: string) {
    super(`"${text}" can't be read: ${reason}.`)
    this.text = text
    this.reason = reason
  }
}
