import { NotAnAccountCode } from '../../contracts/rules/accountCode.ts'
import { plain } from './t.ts'

/** Why what was typed is no account's code. */
export const codeWords = (error: unknown): string => {
  if (!(error instanceof NotAnAccountCode)) return String(error)
  const { fault } = error
  const text = error.text.slice(0, 40)
  switch (fault.kind) {
    case 'length':
      return plain('problem.codeLength', { text, symbols: fault.symbols, length: fault.length })
    case 'symbol':
      return plain('problem.codeSymbol', { text, symbol: fault.symbol, place: fault.place })
    case 'check':
      return plain('problem.codeCheck', { text })
    default:
      return fault satisfies never
  }
}
