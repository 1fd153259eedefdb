import { type Paise, paise } from '../../contracts/rules/units.ts'

/** The contract's control totals since its deployment: now, and as they were at the last closing of a month. */
export interface LedgerTotals {
  readonly now: Sums
  readonly atClosing: Sums
}

/** Paise. Billed includes corrections; paid is net of what was taken back. */
export interface Sums {
  readonly billed: Paise
  readonly adjusted: Paise
  readonly paid: Paise
}

/** Where Ledger.sol keeps them: two structs of two slots each, `_totals` and `_atClosing`. */
export const totalsSlots = [5, 6, 7, 8].map((slot) => {
  const place = new Uint8Array(32)
  place[31] = slot
  return place
})

/** The totals that the words of these four slots hold: int128 billed, int128 adjusted; int128 paid and two counters. */
export const readTotals = (words: readonly bigint[]): LedgerTotals => ({
  now: sumsIn(words[0] ?? 0n, words[1] ?? 0n),
  atClosing: sumsIn(words[2] ?? 0n, words[3] ?? 0n),
})

const sumsIn = (first: bigint, second: bigint): Sums => ({
  billed: paise(BigInt.asIntN(128, first)),
  adjusted: paise(BigInt.asIntN(128, first >> 128n)),
  paid: paise(BigInt.asIntN(128, second)),
})
