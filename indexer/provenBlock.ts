import { hexOf } from '../contracts/events/hex.ts'

export interface SealedBlock {
  number: number
  sealer: Uint8Array | null
}

/**
 * The newest block that a majority of the parties stands on: it or blocks after it carry seals of so many different ones.
 * Without parties (anvil) nobody seals, and the newest block counts.
 * @param newestFirst The newest stored blocks, descending.
 * @param parties How many parties seal; 0 on anvil.
 */
export const provenBlock = (newestFirst: readonly SealedBlock[], parties: number): number => {
  const majority = parties === 0 ? 0 : Math.floor(parties / 2) + 1
  const seals = new Set<string>()
  for (const { number, sealer } of newestFirst) {
    if (sealer !== null) seals.add(hexOf(sealer))
    if (seals.size >= majority) return number
  }
  return 0
}
