import { createHash, type Hash } from 'node:crypto'
import type { Hex } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'
import { hashOfBlock } from '../record/hashOfBlock.ts'
import { bulkFormats, type BulkFormat, headOf, textOf } from './format.ts'
import { type Place, rowsUpTo } from './rows.ts'
import type { BulkTable } from './tables.ts'

/** What a file is told by. */
export interface FileDigest {
  readonly file: string
  readonly table: BulkTable
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** A table's files up to a block, as far as they were hashed: what comes later is hashed on from here. */
interface Hashed {
  readonly block: number
  readonly blockHash: Hex
  readonly last: Place | null
  readonly rows: number
  readonly files: Readonly<Record<BulkFormat, { readonly hash: Hash; readonly bytes: number }>>
}

/** Hashes a table's files as of a block, one of each format. */
export type DigestTable = (
  db: Ledger,
  table: BulkTable,
  block: { readonly number: number; readonly hash: Hex },
) => Promise<FileDigest[]>

/**
 * A file of a later block begins with that of an earlier one, byte for byte. So the hash of each is kept, half done, and only
 * what came since is read; unless the block it was kept at is no longer of the chain.
 */
export const createDigest = (): DigestTable => {
  const kept = new Map<BulkTable, Hashed>()
  return async (db, table, { number, hash }) => {
    const before = kept.get(table)
    const isOfChain =
      before !== undefined &&
      before.block <= number &&
      (await hashOfBlock(db, before.block)) === before.blockHash
    const begun = isOfChain ? copyOf(before) : beginning(table)
    let { last, rows } = begun
    const files = begun.files
    for await (const read of rowsUpTo(db, table, number, last)) {
      last = read.last
      rows += read.rows.length
      for (const format of bulkFormats) add(files[format], textOf[format](table, read.rows))
    }
    const done = { block: number, blockHash: hash, last, rows, files }
    kept.set(table, copyOf(done))
    return bulkFormats.map((format) => ({
      file: `${table}.${format}`,
      table,
      rows,
      bytes: files[format].bytes,
      sha256: files[format].hash.digest('hex'),
    }))
  }
}

interface Growing {
  readonly hash: Hash
  bytes: number
}

const add = (file: Growing, text: string): void => {
  file.hash.update(text)
  file.bytes += Buffer.byteLength(text)
}

const beginning = (table: BulkTable) => {
  const files = Object.fromEntries(
    bulkFormats.map((format): [BulkFormat, Growing] => {
      const file = { hash: createHash('sha256'), bytes: 0 }
      add(file, headOf[format](table))
      return [format, file]
    }),
  ) as Record<BulkFormat, Growing>
  return { last: null as Place | null, rows: 0, files }
}

const copyOf = <Done extends Omit<Hashed, 'block' | 'blockHash'>>(done: Done) => ({
  ...done,
  files: Object.fromEntries(
    bulkFormats.map((format) => {
      const { hash, bytes } = done.files[format]
      return [format, { hash: hash.copy(), bytes }]
    }),
  ) as Record<BulkFormat, Growing>,
})
