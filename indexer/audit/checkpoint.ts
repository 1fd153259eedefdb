import { hexOf } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { CheckpointRow } from '../../migrations/tables/checkpoint.ts'
import type { Difference } from './differences.ts'

/** What the checkpoint says otherwise than manifest and chain. `tip`: the proven hash of its block. */
export const checkpointDifferences = (
  held: CheckpointRow,
  manifest: Manifest,
  tip: string,
): Difference[] => {
  const { block_number: number, derived_block: derived } = held
  const pairs = [
    ['chain_id', String(held.chain_id), String(manifest.chainId)],
    ['genesis_hash', hexOf(held.genesis_hash), manifest.genesisHash],
    ['contract', hexOf(held.contract), manifest.contract],
    ['block_hash', hexOf(held.block_hash), tip],
    // It may be behind, while a backfill is under way.
    ['derived_block', String(derived), String(Math.max(0, Math.min(derived, number)))],
  ] as const
  return pairs.flatMap(([column, is, was]): Difference[] =>
    is === was
      ? []
      : [
          {
            table: 'checkpoint',
            row: `block_number ${number}`,
            what: 'altered',
            column,
            held: is,
            proven: was,
          },
        ],
  )
}

/** There is no checkpoint: no indexer ran on this database. */
export class NothingStored extends Error {
  constructor() {
    super('The database holds no checkpoint, so nothing was indexed yet: start the indexer first.')
    this.name = 'NothingStored'
  }
}
