import type { PortalContext } from '../answer.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { socketOf } from '../guard/socketOf.ts'
import { NotNow } from '../problem/problem.ts'
import { type Ledger, snapshot } from '../readOnly.ts'
import { readStanding, type Standing } from '../record/standing.ts'
import { plain } from '../words/t.ts'

/** A file that is made while its reader takes it. */
export interface MadeFile {
  readonly name: (block: number) => string
  /** Its content type. */
  readonly type: string
  /** Begins it, in the one snapshot that all of it is read from. What can be refused is refused before the first piece. */
  readonly make: (db: Ledger, standing: Standing | null) => Promise<Made>
}

export interface Made {
  /** Where it stands; null in a ledger without a block. */
  readonly block: { readonly number: number; readonly hash: Hex } | null
  /** Its text. */
  readonly pieces: AsyncIterable<string>
}

/** How long a reader may take over a piece. The database ends a snapshot that nobody asks anything for 10 s. */
const STALLED_MS = 9_000

/** Each holds a connection, of which the pages need the others. */
const AT_ONCE = 2
let underWay = 0

/** Say up to which block a file goes, so that its reader can say so too. */
const BLOCK_HEADER = 'wattledger-block'
const BLOCK_HASH_HEADER = 'wattledger-block-hash'

/**
 * Answers with a file as fast as its reader takes it, all of one read-only, repeatable-read snapshot; packed where the
 * reader unpacks. A failure after the first piece breaks the connection, so that no reader takes half a file for a whole
 * one; a reader that leaves ends the snapshot. Throws `NotNow` where as many are made as may be.
 */
export const answerFile = async (
  c: PortalContext,
  db: Ledger,
  { name, type, make }: MadeFile,
): Promise<Response> => {
  if (underWay >= AT_ONCE) throw tooMany()
  underWay++
  // A reader has its own time below; the connection may be silent while much is read and little told.
  socketOf(c)?.setTimeout(0)
  const { readable, writable } = new TransformStream<string, string>()
  const writer = writable.getWriter()
  const begun = Promise.withResolvers<Made['block']>()
  const done = snapshot(db, async (db) => {
    const { block, pieces } = await make(db, await readStanding(db))
    for await (const piece of pieces) {
      // Whatever can be refused or fail at once has been: from here on there is a file.
      begun.resolve(block)
      await taken(writer.write(piece))
    }
    begun.resolve(block)
  }).finally(() => underWay--)
  done
    .then(() => writer.close())
    .catch((error: unknown) => {
      begun.reject(error)
      return writer.abort(error)
    })
    // Nobody is left to be told where the reader went away meanwhile.
    .catch(() => {})
  const block = await begun.promise
  const number = block?.number ?? 0
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${name(number)}"`)
  c.header('cache-control', 'no-store')
  c.header('vary', 'accept-encoding')
  c.header(BLOCK_HEADER, String(number))
  if (block !== null) c.header(BLOCK_HASH_HEADER, block.hash)
  const isPacked = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (isPacked) c.header('content-encoding', 'gzip')
  if (c.req.method === 'HEAD') {
    await readable.cancel()
    return c.body(null)
  }
  const bytes = readable.pipeThrough(new TextEncoderStream())
  return c.body(isPacked ? bytes.pipeThrough(new CompressionStream('gzip')) : bytes)
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

const tooMany = () =>
  new NotNow(plain('problem.manyFiles', { files: AT_ONCE }), plain('problem.eachTakes'))

class ReaderStalled extends Error {
  override readonly name = 'ReaderStalled'
  constructor() {
    super(`The reader of an export took nothing for ${STALLED_MS / 1000} s, so it was ended.`)
  }
}
