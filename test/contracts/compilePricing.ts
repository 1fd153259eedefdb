import { readFileSync } from 'node:fs'
import solc from 'solc'

const MAIN = 'test/contracts/Pricing.sol'
const root = new URL('../../', import.meta.url)

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[]
  readonly contracts?: {
    readonly [file: string]: {
      readonly Pricing?: {
        readonly abi: readonly object[]
        readonly evm: { readonly bytecode: { readonly object: string } }
      }
    }
  }
}

/** Compiles Pricing.sol with Billing.sol's compiler; not by its IR, which takes twice as long (sameBill.test.ts does). */
export const compilePricing = (): { abi: readonly object[]; bytecode: string } => {
  const input = {
    language: 'Solidity',
    sources: { [MAIN]: { content: sourceOf(MAIN) } },
    settings: {
      evmVersion: 'berlin',
      viaIR: false,
      optimizer: { enabled: true, runs: 200 },
      outputSelection: { [MAIN]: { Pricing: ['abi', 'evm.bytecode.object'] } },
    },
  }
  const answer = solc.compile(JSON.stringify(input), {
    import: (path) => ({ contents: sourceOf(path) }),
  })
  const { errors = [], contracts } = JSON.parse(answer) as Output
  const pricing = contracts?.[MAIN]?.Pricing
  if (pricing === undefined) {
    throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  }
  return { abi: pricing.abi, bytecode: `0x${pricing.evm.bytecode.object}` }
}

const sourceOf = (path: string): string => readFileSync(new URL(path, root), 'utf8')
