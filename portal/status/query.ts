import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Manifest, Party } from '../../contracts/proof/manifest.ts'
import { totalsByKind } from '../ledger/query.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'

/** What one party's key did among the last blocks. */
export interface Sealing {
  readonly party: Party
  readonly address: Hex
  readonly blocks: number
  /** Its newest block among them, or null where it was silent. */
  readonly last: number | null
}

export interface Status {
  readonly entries: number
  readonly accounts: number
  readonly orphanedBlocks: number
  /** How many of the last blocks `sealings` counts. */
  readonly counted: number
  /** One for each signer of the manifest; none on a practice chain. */
  readonly sealings: readonly Sealing[]
}

const LAST_BLOCKS = 100

export const readStatus = async (
  db: Ledger,
  standing: Standing | null,
  manifest: Manifest,
): Promise<Status> => {
  const first = (standing?.block ?? -1) - LAST_BLOCKS
  const sealed = await db
    .selectFrom('block')
    .select(({ fn }) => ['sealer', fn.countAll<number>().as('blocks'), fn.max('number').as('last')])
    .where('number', '>', first)
    .groupBy('sealer')
    .execute()
  const accounts = await db
    .selectFrom('day_total')
    .select(({ fn }) => fn.sum<bigint | null>('entries').as('accounts'))
    .where('kind', '=', 'account')
    .executeTakeFirstOrThrow()
  const orphaned = await db
    .selectFrom('orphan')
    .select(({ fn }) => fn.count<number>('block_hash').distinct().as('blocks'))
    .executeTakeFirstOrThrow()
  return {
    entries: (await totalsByKind(db)).reduce((sum, total) => sum + total.entries, 0),
    accounts: Number(accounts.accounts ?? 0),
    orphanedBlocks: orphaned.blocks,
    counted: sealed.reduce((sum, { blocks }) => sum + blocks, 0),
    sealings: manifest.signers.map(({ party, address }) => {
      const row = sealed.find(({ sealer }) => sealer !== null && hexOf(sealer) === address)
      return { party, address, blocks: row?.blocks ?? 0, last: row?.last ?? null }
    }),
  }
}
