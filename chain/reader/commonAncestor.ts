import { isSame } from '../../contracts/proof/bytes.ts'
import { DeepReorg } from './alarms.ts'
import type { BlockSource } from './blockSource.ts'
import { genesisOf } from './identity.ts'
import { hashed, link } from './links.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { SealJudge } from './seals.ts'
import type { Checkpoint } from './types.ts'

/** Hash of the block stored under that number, or null if none is. */
export type KnownHash = (number: number) => Promise<Uint8Array | null>

interface Search {
  readonly source: BlockSource
  readonly seals: SealJudge
  readonly manifest: Manifest
  readonly knownHash: KnownHash
  readonly limit: number
  readonly signal: AbortSignal
}

/**
 * The newest block at or below number `from` that the node has as it is stored. `known` is the newest stored block: none
 * more than `limit` below it is looked at, unless the node has no newer one. Throws `DeepReorg`, and for headers that
 * don't hang together or bear no parties' seals what `link` and `judge` throw: a node that alters headers makes no branch.
 */
export const commonAncestor = async (
  { source, seals, manifest, knownHash, limit, signal }: Search,
  known: number,
  from: number,
): Promise<Checkpoint> => {
  const lowest = Math.max(known - limit, 0)
  // Block 0 is the manifest's: the chain was identified by it.
  const first = Math.max(Math.min(lowest, from), 1)
  const raws = from < first ? [] : await source.headers(first, from - first + 1, signal)
  for (let i = raws.length - 1; i >= 0; i--) {
    const { header, hash } = hashed(raws[i] as Uint8Array, first + i)
    const stored = await knownHash(header.number)
    if (stored !== null && isSame(stored, hash)) return { number: header.number, hash }
  }
  const [raw] = raws
  if (raw !== undefined) {
    const { parentHash } = hashed(raw, first).header
    seals.judge(link({ number: first - 1, hash: parentHash }, raws), [])
  }
  if (lowest === 0 || from === 0) return genesisOf(manifest)
  throw new DeepReorg(known, limit)
}
