import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { Ledger } from '../readOnly.ts'
import type { DigestTable, FileDigest } from './digest.ts'
import { bulkTables } from './tables.ts'

/** The block that an export stands at. */
export interface BulkBlock {
  readonly number: number
  readonly hash: Hex
}

/** The manifest, a file at a time: which ledger, at which block, and of each file its rows, bytes and SHA-256. */
export async function* manifestPieces(
  db: Ledger,
  digest: DigestTable,
  block: BulkBlock,
  { chainId, genesisHash, contract }: Manifest,
): AsyncGenerator<string> {
  const head = {
    format: 'wattledger-export/1',
    chainId,
    genesisHash,
    contract,
    block: block.number,
    blockHash: block.hash,
  }
  let before = `${JSON.stringify(head).slice(0, -1)},"files":[\n`
  for await (const file of digests(db, digest, block)) {
    yield `${before}${JSON.stringify(file)}`
    before = ',\n'
  }
  yield '\n]}\n'
}

/** The same for `sha256sum -c`: a line a file. */
export async function* sumsPieces(
  db: Ledger,
  digest: DigestTable,
  block: BulkBlock,
): AsyncGenerator<string> {
  for await (const { file, sha256 } of digests(db, digest, block)) yield `${sha256}  ${file}\n`
}

async function* digests(
  db: Ledger,
  digest: DigestTable,
  block: BulkBlock,
): AsyncGenerator<FileDigest> {
  for (const table of bulkTables) yield* await digest(db, table, block)
}
