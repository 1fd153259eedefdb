import type { Hex } from '../../contracts/events/hex.ts'
import { MalformedAnswer } from '../../contracts/proof/json.ts'
import type { Witness } from '../node/witness.ts'
import type { LedgerMaterial, Subject } from './material.ts'
import { CannotProve, newestProvable, prove, type Proven } from './prove.ts'

/** Evidence that stays good for so many blocks while no entry comes: 10 minutes at 5 s a block. */
const GOOD_FOR = 120
/** All that is kept, packed. */
const ROOM = 64 * 2 ** 20

/** What came of asking for evidence. Where it can't be proven now: why, and the last one that was. */
export type Answered =
  | { readonly state: 'proven'; readonly proven: Proven }
  | { readonly state: 'not now'; readonly reason: string; readonly last: Proven | null }

interface Kept {
  readonly proven: Proven
  /** Numbers of the entries that it shows. */
  readonly entries: string
}

/** Makes evidence and keeps the last of each account and bill, the latest used longest. */
export const createCabinet = (witness: Witness) => {
  const kept = new Map<string, Kept>()
  let room = ROOM

  const keep = (key: string, each: Kept): void => {
    remove(key)
    kept.set(key, each)
    room -= each.proven.packed.length
    for (const oldest of kept.keys()) {
      if (room >= 0) break
      remove(oldest)
    }
  }
  const remove = (key: string): void => {
    room += kept.get(key)?.proven.packed.length ?? 0
    kept.delete(key)
  }

  return {
    /** The block of the evidence kept of this, to be looked up in the same snapshot as the entries. */
    keptBlock: (subject: Subject): number | null => kept.get(keyOf(subject))?.proven.block ?? null,

    /**
     * Evidence at the newest block, or a recent one since which nothing was recorded; at `block` where one is named.
     * @param keptHash What the ledger has for the hash of `keptBlock`: a replaced block's evidence is thrown away.
     */
    evidence: async (
      material: LedgerMaterial,
      keptHash: Hex | null,
      block: number | null,
    ): Promise<Answered> => {
      const key = keyOf(material)
      const entries = entriesOf(material)
      const found = kept.get(key)
      if (found !== undefined && found.proven.blockHash !== keptHash) remove(key)
      const last = kept.get(key) ?? null
      const age = material.standing.block - (last?.proven.block ?? 0)
      if (last !== null && block === null && last.entries === entries && age <= GOOD_FOR) {
        keep(key, last)
        return { state: 'proven', proven: last.proven }
      }
      if (last !== null && block === last.proven.block) {
        return { state: 'proven', proven: last.proven }
      }
      try {
        const proven = await prove(witness, material, block ?? (await newest(witness, material)))
        if (block === null) keep(key, { proven, entries })
        return { state: 'proven', proven }
      } catch (error) {
        if (!(error instanceof CannotProve || error instanceof MalformedAnswer)) throw error
        const isProof = error instanceof CannotProve
        const reason = isProof ? error.message : 'The node’s answer is none that proves anything.'
        return { state: 'not now', reason, last: last?.proven ?? null }
      }
    },
  }
}

export type Cabinet = ReturnType<typeof createCabinet>

const newest = async (witness: Witness, material: LedgerMaterial): Promise<number> => {
  const chainHead = await witness.chainHead()
  if (chainHead === null) throw new CannotProve('The node does not answer just now.')
  const block = newestProvable(witness.manifest, material, chainHead)
  if (block > 0) return block
  throw new CannotProve('The chain has only just begun: wait for a block or two.')
}

const keyOf = ({ account, bill }: Subject): string => `${account}/${bill ?? ''}`

const entriesOf = ({ entries, categories }: LedgerMaterial): string =>
  [entries, ...categories.values()].map((all) => all.at(-1)?.seq ?? 0).join()
