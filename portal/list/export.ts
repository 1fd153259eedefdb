import type { Ledger } from '../readOnly.ts'
import { snapshot } from '../readOnly.ts'
import { readStanding } from '../record/standing.ts'
import type { PortalContext } from '../answer.ts'
import { csvLine } from './csv.ts'

/** A cell: money as a string of paise, a day as YYYY-MM-DD, null for none, as in the page's JSON. */
type Cell = string | number | boolean | null

/** A list as one file: what it is called, its columns, and how the rows after a place in it are read. */
export interface ListExport<Cursor, Column extends string> {
  /** Of the file, without ending: "payments". */
  readonly name: string
  readonly columns: readonly Column[]
  /** The next rows after `after` (null: from the top) and where they end; null where nothing follows. */
  readonly chunk: (
    db: Ledger,
    after: Cursor | null,
    limit: number,
  ) => Promise<{ rows: readonly Record<Column, Cell>[]; next: Cursor | null }>
}

/** Rows read at a time: 1,000 payments are about 350 kB. */
const CHUNK = 1_000

/** How long a reader may take over a chunk. The database ends a snapshot that nobody asks anything for 10 s. */
const STALLED_MS = 9_000

/** Each export holds a connection, of which the pages need the others. */
const AT_ONCE = 4
let underWay = 0

/** Says up to which block an export goes, so that its reader can say so too. */
export const BLOCK_HEADER = 'wattledger-block'

/**
 * Answers with a whole list as CSV, in chunks as fast as the reader takes them, all of one read-only, repeatable-read
 * snapshot. A failure after the first chunk breaks the connection, so that no reader takes half a file for a whole one.
 */
export const answerCsv = async <Cursor, Column extends string>(
  c: PortalContext,
  db: Ledger,
  { name, columns, chunk }: ListExport<Cursor, Column>,
): Promise<Response> => {
  if (underWay >= AT_ONCE) return tooMany(c)
  underWay++
  const { readable, writable } = new TransformStream<string, string>()
  const writer = writable.getWriter()
  const begun = Promise.withResolvers<number>()
  const done = snapshot(db, async (db) => {
    const standing = await readStanding(db)
    let { rows, next } = await chunk(db, null, CHUNK)
    // Whatever can be refused or fail at once has been: from here on there is a file.
    begun.resolve(standing?.block ?? 0)
    await taken(writer.write(csvLine(columns)))
    for (;;) {
      const lines = rows.map((row) => csvLine(columns.map((column) => row[column])))
      await taken(writer.write(lines.join('')))
      if (next === null) return
      ;({ rows, next } = await chunk(db, next, CHUNK))
    }
  }).finally(() => underWay--)
  done.then(
    () => writer.close(),
    async (error: unknown) => {
      begun.reject(error)
      await writer.abort(error).catch(() => {})
    },
  )
  const block = await begun.promise
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}-to-block-${block}.csv"`)
  c.header('cache-control', 'no-store')
  c.header(BLOCK_HEADER, String(block))
  if (c.req.method === 'HEAD') {
    await readable.cancel()
    return c.body(null)
  }
  return c.body(readable.pipeThrough(new TextEncoderStream()))
}

/** Waits until the reader took it. A reader that went to sleep must not keep a connection and a place from others. */
const taken = async (written: Promise<void>): Promise<void> => {
  const stalled = Promise.withResolvers<never>()
  const timer = setTimeout(() => stalled.reject(new ReaderStalled()), STALLED_MS)
  try {
    await Promise.race([written, stalled.promise])
  } finally {
    clearTimeout(timer)
  }
}

const tooMany = (c: PortalContext): Response => {
  c.header('retry-after', '10')
  return c.text(
    `${AT_ONCE} exports are being made already, as many as this portal makes at once: try again in a minute.\n`,
    503,
  )
}

class ReaderStalled extends Error {
  override readonly name = 'ReaderStalled'
  constructor() {
    super(`The reader of an export took nothing for ${STALLED_MS / 1000} s, so it was ended.`)
  }
}
