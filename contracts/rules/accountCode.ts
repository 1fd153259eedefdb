import { hexOf, type Hex } from '../events/hex.ts'

/** Crockford's base 32: no I, L, O or U, which are read for others. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The check symbol is modulo 37, so it has five symbols more. */
export const CHECKS = `${SYMBOLS}*~$=U`
const LENGTH = 10

/**
 * The code that people use for an account: its first 50 bits in Crockford's base 32 and their check symbol, as in
 * "K7Q29-XMD4T-H". Ids that begin alike have the same code, so whoever makes a new id looks whether its code is taken.
 */
export const codeOf = (account: Hex): string => {
  // 13 digits are 52 bits, which a number holds exactly; half of the 50 are an integer of 32 bits.
  const bits = Math.floor(Number.parseInt(account.slice(2, 15), 16) / 4)
  const half = 2 ** 25
  return `${fiveSymbols(Math.floor(bits / half))}-${fiveSymbols(bits % half)}-${CHECKS.charAt(bits % 37)}`
}

const fiveSymbols = (bits: number): string =>
  symbol(bits >> 20) + symbol(bits >> 15) + symbol(bits >> 10) + symbol(bits >> 5) + symbol(bits)

const symbol = (bits: number): string => SYMBOLS.charAt(bits & 31)

/**
 * The code as it is written, from a code as it was typed: in either case, with or without dashes and blanks, O for 0, I
 * or L for 1. Throws `NotAnAccountCode`; any single wrong symbol and any two neighbours exchanged are found.
 */
export const parseCode = (text: string): string => {
  const typed = typedSymbols(text)
  const symbols = symbolsOf(text)
  if (symbols.length !== LENGTH + 1) {
    throw new NotAnAccountCode(text, {
      kind: 'length',
      symbols: symbols.length,
      length: LENGTH + 1,
    })
  }
  for (let i = 0; i <= LENGTH; i++) {
    if (!(i < LENGTH ? SYMBOLS : CHECKS).includes(symbols.charAt(i))) {
      throw new NotAnAccountCode(text, { kind: 'symbol', symbol: typed.charAt(i), place: i + 1 })
    }
  }
  const code = codeOfSymbols(symbols)
  if (code === undefined) {
    throw new NotAnAccountCode(text, { kind: 'check' })
  }
  return code
}

/** What was typed, without dashes and blanks, in capitals. */
const typedSymbols = (text: string): string => text.toUpperCase().replaceAll(/[\s‐-―-]/g, '')

/** The same with look-alike letters taken for the symbols that they look like. */
export const symbolsOf = (text: string): string =>
  typedSymbols(text).replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** Symbols written as a code; undefined where the last of 11 does not belong to the others. */
export const codeOfSymbols = (symbols: string): string | undefined => {
  const body = symbols.slice(0, LENGTH)
  const isCode = symbols.length === LENGTH + 1 && checkOf(body) === symbols.charAt(LENGTH)
  return isCode ? `${body.slice(0, 5)}-${body.slice(5)}-${symbols.charAt(LENGTH)}` : undefined
}

/**
 * A random account id: 32 bytes, above the ids kept for the ledger and its categories. Its code ends in a letter or a
 * digit: the other check symbols mean something to a shell, and nobody can say them on the telephone.
 */
export const newAccountId = (): Hex => {
  const id = hexOf(crypto.getRandomValues(new Uint8Array(32)))
  return isReserved(id) || !isPlain(id) ? newAccountId() : id
}

/** Whether the account's code is made of letters and digits alone. */
export const isPlain = (account: Hex): boolean => /[0-9A-Z]$/.test(codeOf(account))

/** Whether the id is a category's or the ledger's own: 0 to 65,535. */
export const isReserved = (account: Hex): boolean => BigInt(account) <= 65_535n

/** The account whose history is that of a category's tariffs. */
export const accountOfCategory = (category: number): Hex =>
  `0x${category.toString(16).padStart(64, '0')}`

/** The account of the ledger itself: roles, closings, sweeps. */
export const LEDGER: Hex = accountOfCategory(0)

const checkOf = (symbols: string): string => {
  let remainder = 0
  for (const symbol of symbols) remainder = (remainder * 32 + SYMBOLS.indexOf(symbol)) % 37
  return CHECKS.charAt(remainder)
}

/** What is wrong with a code: how many symbols it has, one that is in none, or a check that does not fit. */
type CodeFault =
  | { readonly kind: 'length'; readonly symbols: number; readonly length: number }
  | { readonly kind: 'symbol'; readonly symbol: string; readonly place: number }
  | { readonly kind: 'check' }

const faultWords = (fault: CodeFault): string => {
  if (fault.kind === 'length') return `it has ${fault.symbols} symbols, a code has ${fault.length}`
  if (fault.kind === 'symbol') return `"${fault.symbol}" is in no code at place ${fault.place}`
  return 'its last symbol does not belong to the others, so one is mistyped'
}

export class NotAnAccountCode extends Error {
  override readonly name = 'NotAnAccountCode'
  readonly text: string
  readonly fault: CodeFault
  constructor(text: string, fault: CodeFault) {
    super(
      `"${text.slice(0, 40)}" is no account code: ${faultWords(fault)}. Compare it with the bill; it looks like K7Q29-XMD4T-H.`,
    )
    this.text = text
    this.fault = fault
  }
}
