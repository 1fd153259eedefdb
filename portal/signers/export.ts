import type { Manifest } from '../../contracts/proof/manifest.ts'
import { exportAtOnce } from '../list/listExport.ts'
import { readSigners } from './query.ts'

const columns = [
  'party',
  'address',
  'blocks',
  'lastBlock',
  'silenceFirst',
  'silenceLast',
  'silenceBlocks',
  'silenceSeconds',
  'isSilentStill',
] as const

/** Each party's key: the blocks it sealed, and its longest silence among those looked through. */
export const signersExport = (manifest: Manifest) =>
  exportAtOnce('signers', columns, async (db, standing) =>
    (await readSigners(db, manifest, standing)).signers.map(
      ({ party, address, blocks, last, longest }) => ({
        party,
        address,
        blocks,
        lastBlock: last?.number ?? null,
        silenceFirst: longest?.first ?? null,
        silenceLast: longest?.last ?? null,
        silenceBlocks: longest?.blocks ?? null,
        silenceSeconds: longest?.seconds ?? null,
        isSilentStill: longest?.isOpen ?? null,
      }),
    ),
  )
