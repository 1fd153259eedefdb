import path from 'node:path'
import { bytesOf, type Hex } from '../../../contracts/events/hex.ts'
import type { LedgerTotals } from '../../../portal/node/ledgerTotals.ts'
import { type Program, startProgram } from './program.ts'

/** What a node stands in for: a ledger's accounts, and what the contract's slots of totals hold, as decimal numbers. */
export interface StandInFor {
  readonly accounts: readonly Hex[]
  readonly totals: readonly string[]
}

/** Proves the true heads of some accounts, the totals and the code, of a state that no chain made. */
export interface StandIn extends Program {
  /** The state that its proofs are of. */
  readonly stateRoot: Uint8Array
}

/** In a process of its own: what making the state leaves behind would hold up whoever measures. */
export const startStandIn = async (
  readerUrl: string,
  accounts: readonly Hex[],
  totals: LedgerTotals,
): Promise<StandIn> => {
  const standsInFor: StandInFor = { accounts, totals: totalsWords(totals).map(String) }
  const env = { READER_DATABASE_URL: readerUrl, STAND_IN_FOR: JSON.stringify(standsInFor) }
  const program = await startProgram(path.join('test', 'bench', 'portal', 'standInNode.ts'), env)
  return { ...program, stateRoot: bytesOf(program.ready.stateRoot as Hex) }
}

/** As Ledger.sol packs them: int128 billed below int128 adjusted, then int128 paid. */
const totalsWords = ({ now, atClosing }: LedgerTotals): bigint[] =>
  [now, atClosing].flatMap(({ billed, adjusted, paid }) => [
    BigInt.asUintN(128, billed) | (BigInt.asUintN(128, adjusted) << 128n),
    BigInt.asUintN(128, paid),
  ])
