import { type Reason, reasons } from '../../contracts/rules/reason.ts'
import { BadInput } from './exit.ts'

/** The codes that fit an act, with their words, for help. */
export const reasonList = (...codes: readonly Reason[]): string =>
  codes.map((code) => `  ${String(code).padStart(2)}  ${reasons[code]}`).join('\n')

/** A code that has words. Throws `BadInput`. */
export function parseReason(text: string): Reason {
  if (text in reasons) return Number(text) as Reason
  throw new BadInput(
    `There is no reason "${text}": choose a code from ${Object.entries(reasons)
      .map(([code, words]) => `${code} (${words})`)
      .join(', ')}.`,
  )
}
