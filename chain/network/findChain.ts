import path from 'node:path'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { findGeth } from './findGeth.ts'
import { hasNetwork } from './network.ts'
import { NetworkError } from './networkError.ts'
import { hasAnvil } from './startAnvil.ts'

export type ChainKind = Manifest['chain']

/**
 * Which chain a home runs: the one that was started there before; else the one wanted; else Geth if there is one, and
 * anvil if not. Throws `OtherChain` where another is wanted than the home has.
 */
export function findChain(
  home: string,
  wanted: ChainKind | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): ChainKind {
  const before = chainOf(home)
  if (before !== undefined) {
    if (wanted !== undefined && wanted !== before) throw new OtherChain(home, before, wanted)
    return before
  }
  return wanted ?? (findGeth(environment) === undefined ? 'anvil' : 'geth')
}

/** The chain that was started in a home before, or undefined. */
export function chainOf(home: string): ChainKind | undefined {
  if (hasNetwork(home)) return 'geth'
  return hasAnvil(home) ? 'anvil' : undefined
}

export class OtherChain extends NetworkError {
  override name = 'OtherChain'

  constructor(home: string, before: ChainKind, wanted: ChainKind) {
    const folder = path.join(home, before === 'geth' ? 'network' : 'anvil')
    super(
      `The chain of this home is ${before} (${folder}), not ${wanted}: start it without --chain, name another home, or begin anew with "npm start -- --fresh --chain ${wanted}".`,
      { exitCode: 2 },
    )
  }
}
