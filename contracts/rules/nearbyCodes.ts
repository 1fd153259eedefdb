import { codeOfSymbols, SYMBOLS, CHECKS, symbolsOf } from './accountCode.ts'

/**
 * The codes that were perhaps meant by one that is none: all that are one slip away, be it one symbol taken for another, two
 * neighbours exchanged, one left out or one too many. About a dozen; which of them exist only a ledger knows.
 */
export const nearbyCodes = (text: string): string[] => {
  const typed = symbolsOf(text)
  const slips =
    typed.length === LENGTH
      ? [...exchanged(typed), ...replaced(typed)]
      : typed.length === LENGTH - 1
        ? completed(typed)
        : typed.length === LENGTH + 1
          ? shortened(typed)
          : []
  const codes = slips.flatMap((symbols) => codeOfSymbols(symbols) ?? [])
  return [...new Set(codes)]
}

const LENGTH = 11
const places = Array.from({ length: LENGTH + 1 }, (_, place) => place)

/** Two neighbours the other way round: the slip that is made most, so they come first. */
const exchanged = (typed: string): string[] =>
  places
    .slice(1, LENGTH)
    .map(
      (at) =>
        typed.slice(0, at - 1) + typed.charAt(at) + typed.charAt(at - 1) + typed.slice(at + 1),
    )

const replaced = (typed: string): string[] =>
  places
    .slice(0, LENGTH)
    .flatMap((at) => symbolsAt(at).map((each) => typed.slice(0, at) + each + typed.slice(at + 1)))

const completed = (typed: string): string[] =>
  places
    .slice(0, LENGTH)
    .flatMap((at) => symbolsAt(at).map((each) => typed.slice(0, at) + each + typed.slice(at)))

const shortened = (typed: string): string[] =>
  places.map((at) => typed.slice(0, at) + typed.slice(at + 1))

const symbolsAt = (place: number): string[] => (place === LENGTH - 1 ? CHECKS : SYMBOLS).split('')
