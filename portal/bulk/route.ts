import { Hono } from 'hono'
import { answer, type PortalContext, type PortalEnv } from '../answer.ts'
import { answerFile, type Made } from '../list/file.ts'
import type { Witness } from '../node/witness.ts'
import { BadInput, NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { hashOfBlock } from '../record/hashOfBlock.ts'
import type { Standing } from '../record/standing.ts'
import { bulkFileUrl, bulkUrl } from '../url.ts'
import { createDigest } from './digest.ts'
import { type BulkFormat, headOf, textOf } from './format.ts'
import { type BulkBlock, manifestPieces, sumsPieces } from './manifest.ts'
import { readBulk } from './query.ts'
import { rowsUpTo } from './rows.ts'
import { type BulkTable, bulkTables, isBulkTable } from './tables.ts'
import { plain } from '../words/t.ts'

/** Everything the ledger holds, a file a table, as of a block: the page that explains it, the files, and their hashes. */
export const bulkPages = (db: Ledger, { manifest }: Witness) => {
  const digest = createDigest()
  return new Hono<PortalEnv>()
    .get('/export', (c) =>
      answer(c, db, {
        ask: readBulk,
        json: ({ tables }, standing) => {
          const block = standing?.block ?? null
          const at = (file: string) => (block === null ? null : bulkFileUrl(block, file))
          return {
            block,
            blockHash: standing?.hash ?? null,
            manifest: at('manifest.json'),
            sums: at('SHA256SUMS'),
            tables: tables.map(({ table, rows }) => ({
              table,
              rows,
              csv: at(`${table}.csv`),
              jsonl: at(`${table}.jsonl`),
            })),
          }
        },
        view: (found, standing) => ['bulk/view', { ...found, block: standing?.block ?? null }],
      }),
    )
    .get('/export/:block/manifest', (c) => {
      if (c.var.format !== 'json') throw noFile(c)
      return fileOf(c, db, 'manifest.json', 'application/json', (db, block) =>
        manifestPieces(db, digest, block, manifest),
      )
    })
    .get('/export/:block/SHA256SUMS', (c) => {
      if (c.var.format !== 'html') throw noFile(c)
      return fileOf(c, db, 'SHA256SUMS', 'text/plain; charset=utf-8', (db, block) =>
        sumsPieces(db, digest, block),
      )
    })
    .get('/export/:block/:table', (c) => {
      const table = c.req.param('table')
      const { format } = c.var
      if (!isBulkTable(table) || (format !== 'csv' && format !== 'jsonl')) throw noFile(c)
      return fileOf(c, db, `${table}.${format}`, contentTypes[format], (db, block) =>
        tablePieces(db, table, format, block),
      )
    })
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const

/** A file as of the block that the address names. */
const fileOf = (
  c: PortalContext,
  db: Ledger,
  name: string,
  type: string,
  pieces: (db: Ledger, block: BulkBlock) => AsyncIterable<string>,
): Promise<Response> => {
  const number = readBulkBlock(c.req.param('block') ?? '')
  return answerFile(c, db, {
    name: () => name,
    type,
    make: async (db, standing): Promise<Made> => {
      const hash = await hashOfBlock(db, number)
      if (hash === null) throw notStored(number, standing)
      const block = { number, hash }
      return { block, pieces: pieces(db, block) }
    },
  })
}

async function* tablePieces(
  db: Ledger,
  table: BulkTable,
  format: BulkFormat,
  { number }: BulkBlock,
): AsyncGenerator<string> {
  yield headOf[format](table)
  for await (const { rows } of rowsUpTo(db, table, number)) yield textOf[format](table, rows)
}

const readBulkBlock = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new BadInput(
    plain('problem.notBlockNumber', { text }),
    plain('problem.filesAt', { address: bulkFileUrl(10482, 'payment.csv') }),
  )
}

const notStored = (number: number, standing: Standing | null) =>
  new NotFound(
    plain('problem.noExport', { number }),
    standing === null
      ? plain('problem.noBlockYet')
      : plain('problem.takeExport', { block: standing.block }),
  )

const noFile = (c: PortalContext) =>
  new NotFound(
    plain('problem.noFileAt', { path: new URL(c.req.url).pathname }),
    plain('problem.tablesAre', { tables: bulkTables.join(', '), address: bulkUrl() }),
  )
